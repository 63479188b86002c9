using DecisionPolicies.Tool.Check;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>The progress bar: for work that takes more than a moment, on a terminal only.</summary>
public sealed class CheckProgressTests
{
    [Fact]
    public void Short_work_shows_nothing() => Assert.Empty(Shown(TimeSpan.FromMilliseconds(1)));

    [Fact]
    public void Long_work_shows_how_much_is_done_and_takes_the_bar_away_at_the_end()
    {
        var shown = Shown(TimeSpan.FromMilliseconds(200));
        Assert.Contains("\r[#####.............] 3 of 10", shown);
        Assert.Contains("\r[##################] 10 of 10", shown);
        Assert.EndsWith("\r\u001b[K", shown);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20_000)]
    [InlineData(123_456_789)]
    [InlineData(1_234_567_890)]
    public void The_bar_fits_30_columns(int total) => Assert.All(
        Shown(TimeSpan.FromSeconds(1), total).Split('\r'), line => Assert.InRange(line.Replace("\u001b[K", "", StringComparison.Ordinal).Length, 0, 29));

    [Fact]
    public void Without_a_terminal_nothing_is_shown_however_long_it_takes()
    {
        using var folder = GatewayFolder.Create().With("a.json", "{}");
        Assert.Empty(folder.Run("check").Error);
    }

    private static string Shown(TimeSpan step, int total = 10)
    {
        using var error = new StringWriter();
        var time = new SteppingTime(step);
        var progress = new CheckProgress(total, new() { Output = TextWriter.Null, Error = error, Folder = "/", Time = time });
        for (var i = 0; i < 10; i++) progress.Step();
        progress.Clear();
        return error.ToString();
    }

    // Each look at the clock is one step later.
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += step.Ticks;
    }
}
