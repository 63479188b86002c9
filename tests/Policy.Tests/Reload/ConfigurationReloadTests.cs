using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Reload;

/// <summary>The whole configuration is judged again on each reload.</summary>
public sealed class ConfigurationReloadTests
{
    [Fact]
    public async Task A_reload_that_breaks_a_decision_is_logged_with_the_whole_rejection()
    {
        await using var host = Governed();
        host.Services.AddSingleton<TimeProvider>(new SettableTime(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)));
        await host.Started();

        host.Change(Some.Key, "true");

        var entry = Assert.Single(host.Log.Own);
        Assert.Equal((LogLevel.Error, new EventId(5, "ReloadRejected")), (entry.Level, entry.Event));
        Assert.Equal(
            "The reloaded configuration was rejected. The configuration from before 2026-11-29 12:00:00Z stays in force.\n"
                + """
                ADR-0042 rejects this configuration: No feature (accepted)

                  Feature:Enabled = true
                    set by Provider
                    must not be true

                  Read      docs/adr/0042-no-feature.md
                  Change    Supersede the record.

                """,
            entry.Message);
    }

    [Fact]
    public async Task A_change_that_is_signalled_twice_is_logged_once()
    {
        await using var host = await Governed().Started();

        host.Change(Some.Key, "true");
        host.ChangeNothing();

        Assert.Equal([5], host.Log.Ids);
    }

    [Fact]
    public async Task Another_bad_change_is_logged_too()
    {
        await using var host = await Governed().Started();

        host.Change(Some.Key, "true");
        host.Change(Some.Key, "yes");

        Assert.Equal([5, 5], host.Log.Ids);
    }

    [Fact]
    public async Task A_good_reload_after_a_bad_one_is_logged_once()
    {
        await using var host = await Governed().Started();

        host.Change(Some.Key, "true");
        host.Change(Some.Key, "false");
        host.ChangeNothing();

        Assert.Equal([5, 6], host.Log.Ids);
        Assert.Equal("Information 6 ConfigurationGoodAgain: The configuration complies with all decisions again.", host.Log.Own[1].ToString());
    }

    [Fact]
    public async Task A_good_reload_after_a_good_one_is_not_worth_a_word()
    {
        await using var host = await Governed().Started();

        host.Change("Other", "x");

        Assert.Empty(host.Log.Own);
    }

    [Fact]
    public async Task The_health_check_is_degraded_until_a_good_reload_and_says_since_when_the_running_configuration_is_an_older_one()
    {
        await using var host = Governed();
        var time = new SettableTime(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        host.Services.AddSingleton<TimeProvider>(time);
        await host.Started();

        var before = await host.Health();
        host.Change(Some.Key, "true");
        time.Now += TimeSpan.FromHours(1);
        host.Change(Some.Key, "yes");
        var between = await host.Health();
        host.Change(Some.Key, "false");
        var after = await host.Health();

        Assert.Equal([HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Healthy], [before.Status, between.Status, after.Status]);
        Assert.Equal("ADR-0042 is broken at Feature:Enabled. The configuration from before 2026-11-29 12:00:00Z stays in force.", between.Description);
    }

    [Fact]
    public async Task The_health_check_reports_the_status_that_it_was_given()
    {
        await using var host = Governed();
        host.Services.AddHealthChecks().AddDecisionPolicies("strict", HealthStatus.Unhealthy, ["ready"]);
        await host.Started();

        host.Change(Some.Key, "true");

        var report = await host.Running.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["strict"].Status);
    }

    [Fact]
    public async Task Each_decision_that_a_change_breaks_is_counted_once()
    {
        await using var host = new ReloadingHost([Some.Decision(), Some.DecisionWith(new ConfigurationRule("Other", Verb.Forbid, Condition.Present(true)))]);
        await host.Started();

        host.Change([(Some.Key, "true"), ("Other", "x")]);
        host.ChangeNothing();

        Assert.Equal(
            [
                "decision_policies.rejections 1 {rejection}: decision_policies.decision=ADR-0042, "
                    + "decision_policies.moment=reload, decision_policies.refused=configuration",
                "decision_policies.rejections 1 {rejection}: decision_policies.decision=ADR-0043, "
                    + "decision_policies.moment=reload, decision_policies.refused=configuration",
            ],
            host.Counted);
    }

    [Fact]
    public async Task How_long_an_older_configuration_has_been_in_force_is_measured()
    {
        var time = new SettableTime(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await using var host = Governed();
        host.Services.AddSingleton<TimeProvider>(time);
        await host.Started();

        host.Observe();
        host.Change(Some.Key, "true");
        time.Now += TimeSpan.FromMinutes(1);
        host.Observe();
        host.Change(Some.Key, "false");
        host.Observe();

        Assert.Equal(
            ["decision_policies.outdated 0 s", "decision_policies.outdated 60 s", "decision_policies.outdated 0 s"],
            host.Counted.Where(counted => counted.StartsWith(DecisionPoliciesMetrics.Outdated, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_fields_of_a_structured_log_have_the_decisions_the_keys_and_the_report()
    {
        await using var host = await Governed().Started();

        host.Change(Some.Key, "true");

        var fields = host.Log.Own[0].Fields.ToDictionary(field => field.Key, field => field.Value);
        Assert.Equal(("ADR-0042", "Feature:Enabled"), (fields["decisions"], fields["keys"]));
        Assert.StartsWith("ADR-0042 rejects this configuration", (string?)fields["report"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_decision_that_a_reload_breaks_warns_once_and_degrades_nothing()
    {
        await using var host = await new ReloadingHost([Some.Decision(DecisionStatus.Proposed)]).Started();

        host.Change(Some.Key, "true");
        host.ChangeNothing();

        Assert.Equal([2], host.Log.Ids);
        Assert.Equal(HealthStatus.Healthy, (await host.Health()).Status);
    }

    [Fact]
    public async Task What_was_warned_of_at_start_is_not_warned_of_again()
    {
        await using var host = await new ReloadingHost([Some.Decision(DecisionStatus.Proposed)]).With(Some.Key, "true").Started();

        host.Change("Other", "x");

        Assert.Equal([2], host.Log.Ids);
    }

    [Fact]
    public async Task A_reload_is_judged_by_the_day_on_which_it_comes()
    {
        var time = new SettableTime(new(2027, 1, 31, 12, 0, 0, TimeSpan.Zero));
        await using var host = new ReloadingHost([Some.Decision(DecisionStatus.Accepted, new Waiver(Some.Key, [], new(2027, 1, 31), ""))])
            .With(Some.Key, "true");
        host.Services.AddSingleton<TimeProvider>(time);
        await host.Started();

        time.Now = time.Now.AddDays(1);
        host.Change("Other", "x");

        Assert.Equal([1, 5], host.Log.Ids);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_judged_is_rejected()
    {
        var broken = new FailingSettings();
        await using var host = Governed();
        host.Configuration.Add(broken);
        await host.Started();

        broken.Fails = true;
        host.ChangeNothing();

        Assert.Equal([12, 5], host.Log.Ids);
        Assert.EndsWith("The configuration cannot be judged (TimeoutException).\n", host.Log.Own[1].Message);
        broken.Fails = false;
        host.ChangeNothing();
        Assert.Equal([12, 5, 6], host.Log.Ids);
    }

    [Fact]
    public async Task What_was_found_good_is_judged_once_more_when_services_start_and_never_for_those_who_read_options()
    {
        var settings = new FailingSettings();
        await using var host = Governed();
        host.Configuration.Add(settings);
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        await host.Started();
        var atStart = settings.Asked;

        for (var i = 0; i < 3; i++) host.Snapshot<ShopOptions>();
        await host.Health();

        Assert.Equal([2, 2], [atStart, settings.Asked]);
    }

    [Fact]
    public async Task A_rejected_start_is_logged_in_one_line_and_counted()
    {
        await using var host = Governed().With(Some.Key, "true");
        var built = host.Build();

        await Assert.ThrowsAnyAsync<Exception>(() => built.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            "Error 3 RejectedAtStart: The configuration is rejected at start: ADR-0042 is broken at Feature:Enabled", Assert.Single(host.Log.Own).ToString());
        var fields = host.Log.Own[0].Fields.ToDictionary(field => field.Key, field => field.Value as string);
        Assert.Equal(("ADR-0042", "Feature:Enabled"), (fields["decisions"], fields["keys"]));
        Assert.StartsWith("ADR-0042 rejects this configuration: No feature (accepted)\n", fields["report"]);
        Assert.Equal(
            "decision_policies.rejections 1 {rejection}: decision_policies.decision=ADR-0042, "
                + "decision_policies.moment=start, decision_policies.refused=configuration",
            Assert.Single(host.Counted));
    }

    private static ReloadingHost Governed() => new([Some.Decision()]);
}
