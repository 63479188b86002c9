using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A value that may be a secret is in no log, no description, no metric and no exception, whatever is wrong with it.</summary>
public sealed class SecretTests
{
    private const string Secret = "hunter2-s3cret";

    [Fact]
    public Task A_value_that_breaks_a_decision_is_not_shown() => IsWithheld(
        5, new([Some.DecisionWith(new ConfigurationRule("Shop:Token", Verb.Forbid, Condition.Like("**")))]), host => host.Change("Shop:Token", Secret));

    [Fact]
    public Task A_value_that_cannot_be_bound_is_not_shown() => IsWithheld(7, Kept(), host => host.Change("Shop:Seats", Secret));

    [Fact]
    public Task A_value_that_an_annotation_refuses_is_not_shown() => IsWithheld(7, Kept(), host => host.Change("Shop:Token", Secret));

    [Fact]
    public Task What_configuring_throws_is_not_shown() => IsWithheld(
        7,
        Kept(options => options.PostConfigure(value =>
        {
            if (value.Seats == 3) throw new InvalidOperationException($"'{Secret}' at 'Shop:Seats'", new FormatException(Secret));
        })),
        host => host.Change("Shop:Seats", "3"));

    [Fact]
    public Task What_a_source_throws_is_not_shown()
    {
        var failing = new FailingSettings();
        var host = new ReloadingHost([Some.Decision()]);
        host.Configuration.Add(failing);
        return IsWithheld(5, host, _ =>
        {
            failing.Fails = true;
            host.ChangeNothing();
        });
    }

    [Fact]
    public async Task A_broken_line_of_a_file_is_not_shown()
    {
        using var folder = new SettingsFolder().With("shop.json", "{}");
        var host = Kept();
        host.Configuration.AddJsonFile(source =>
            (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (folder, "shop.json", true, 0));

        await IsWithheld(9, host, _ => folder.Write("shop.json", $"{{ \"Shop\": {Secret} }}"));
    }

    [Fact]
    public async Task A_line_that_a_reader_quotes_is_not_shown()
    {
        using var folder = new SettingsFolder().With("shop.lines", "");
        var host = Kept();
        host.Configuration.Add(new LineSource { FileProvider = folder, Path = "shop.lines", ReloadOnChange = true, ReloadDelay = 0 });

        await IsWithheld(9, host, _ => folder.Write("shop.lines", Secret));
        Assert.Contains("shop.lines cannot be loaded (FormatException). ", host.Log.Own[0].Message);
    }

    [Fact]
    public async Task A_rejected_start_does_not_show_the_value()
    {
        await using var host = new ReloadingHost([Some.DecisionWith(new ConfigurationRule("Shop:Token", Verb.Forbid, Condition.Like("**")))])
            .With("Shop:Token", Secret);
        var built = host.Build();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => built.StartAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(host.Log.Own);
        Assert.NotEmpty(host.Counted);
        Assert.DoesNotContain(Secret, $"{refused} {Everything(host)}");
    }

    [Fact]
    public async Task What_is_reported_of_a_failure_cannot_forge_a_line_or_move_the_cursor()
    {
        await using var host = Kept(options => options.Validate(value => value.Seats != 3, "Wrong\u001b[2J\u202E.")).With("Shop:Seats", "2");
        await host.Started();

        host.Change("Shop:Seats", "3");

        Assert.EndsWith("\nWrong\\u001B[2J\\u202E.", Assert.Single(host.Log.Own).Message);
    }

    private static async Task IsWithheld(int id, ReloadingHost host, Action<ReloadingHost> change)
    {
        await using (host)
        {
            await host.Started();

            change(host);

            var health = await host.Health();
            Assert.Equal([id], host.Log.Ids.Where(logged => logged != 12));
            Assert.NotEmpty(host.Counted);
            Assert.DoesNotContain(Secret, $"{Everything(host)} {health.Description} {health.Exception} {string.Join(' ', health.Data.Values)}");
        }
    }

    // Logs of the framework as well.
    private static string Everything(ReloadingHost host) =>
        string.Join('\n', [.. host.Log.All.Select(entry => $"{entry} {entry.Error}"), .. host.Counted]);

    private static ReloadingHost Kept(Action<Microsoft.Extensions.Options.OptionsBuilder<SecretOptions>>? configure = null)
    {
        var host = new ReloadingHost();
        var options = host.Services.AddOptions<SecretOptions>().BindConfiguration("Shop").ValidateDataAnnotations();
        configure?.Invoke(options);
        options.KeepLastGood();
        return host;
    }

    private sealed class SecretOptions
    {
        public int Seats { get; set; }

        [StringLength(3)]
        [RegularExpression("[a-z]*")]
        public string? Token { get; set; }
    }

    private sealed class LineSource : FileConfigurationSource
    {
        public override IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            EnsureDefaults(builder);
            return new LineProvider(this);
        }
    }

    private sealed class LineProvider(LineSource source) : FileConfigurationProvider(source)
    {
        public override void Load(Stream stream)
        {
            if (new StreamReader(stream).ReadLine() is { } line) throw new FormatException($"Unrecognized line format: '{line}'.");
        }
    }
}
