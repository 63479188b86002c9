using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A decision whose day of revisit is over says so at start.</summary>
public sealed class RevisitTests
{
    [Theory]
    [InlineData("2027-08-02T23:59:59", false)]
    [InlineData("2027-08-03T00:00:00", true)]
    public async Task It_is_overdue_on_the_day_after_in_UTC(string now, bool isOverdue)
    {
        await using var host = Host(DecisionStatus.Accepted, now);

        await host.Started();

        string[] warned = isOverdue
            ? ["Warning 4 RevisitOverdue: ADR-0042 was to be revisited by 2027-08-02. "
                + "Supersede the record, or move the date and say why in an amendment: docs/adr/0042-no-feature.md"]
            : [];
        Assert.Equal(warned, host.Log.Own.Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task A_reload_does_not_say_it_again()
    {
        await using var host = Host(DecisionStatus.Accepted, "2028-01-01");
        await host.Started();

        host.Change("Other", "x");

        Assert.Equal([4], host.Log.Ids);
    }

    [Theory]
    [InlineData(DecisionStatus.Proposed)]
    [InlineData(DecisionStatus.Superseded)]
    public async Task A_decision_that_is_not_accepted_is_never_overdue(DecisionStatus status)
    {
        await using var host = Host(status, "2028-01-01");

        await host.Started();

        Assert.Empty(host.Log.Own);
    }

    private static ReloadingHost Host(DecisionStatus status, string now)
    {
        var host = new ReloadingHost(
            [new() { Id = "ADR-0042", Title = "No feature", Status = status, Link = "docs/adr/0042-no-feature.md", Revisit = new(new(2027, 8, 2), []) }]);
        host.Services.AddSingleton<TimeProvider>(
            new SettableTime(DateTimeOffset.Parse(now + (now.Contains('T') ? "Z" : "T00:00:00Z"), System.Globalization.CultureInfo.InvariantCulture)));
        return host;
    }
}
