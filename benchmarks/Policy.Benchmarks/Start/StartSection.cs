using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>What judging costs an application.</summary>
internal sealed class StartSection : Section
{
    private static readonly (string Method, string Name)[] _ways =
    [
        (nameof(OptionsBenchmarks.ValidateDecisions), "`ValidateDecisions`"), (nameof(OptionsBenchmarks.OptionsValidator), "`[OptionsValidator]`"),
        (nameof(OptionsBenchmarks.FluentValidation), "FluentValidation 12"), (nameof(OptionsBenchmarks.ValidateDataAnnotations), "`ValidateDataAnnotations`"),
        (nameof(OptionsBenchmarks.ByHand), "a delegate written by hand"),
    ];

    public override string Name => "start";

    public override string Title => "Start";

    public override string Page => "performance-runtime.md";

    public override void Run(bool isQuick, Pages page)
    {
        WriteOptions(page, Measurements.Of<OptionsBenchmarks>(isQuick));
        WriteConfiguration(page, Measurements.Of<ConfigurationBenchmarks>(isQuick), Measurements.Of<EnumerationBenchmarks>(isQuick));
        WriteRequests(page, Measurements.Of<RequestBenchmarks>(isQuick));
    }

    private void WriteRequests(Pages page, Measurements all)
    {
        page.Text("**A request** that no rule about endpoints forbids, through a pipeline that does nothing else. Without a rule, nothing is installed.");
        page.Table(
            ["rules about endpoints", "this machine", "allocated"],
            from rules in (int[])[0, 10, 100]
            let own = Of(rules)
            select (string[])[Pages.Count(rules), Pages.Time(own.Nanoseconds), Pages.Bytes(own.Bytes)]);
        page.Bar("a request that none of 10 rules about endpoints forbids costs under 1 µs more", Pages.Time(Of(10).Nanoseconds - Of(0).Nanoseconds),
            Of(10).Nanoseconds - Of(0).Nanoseconds < 1_000, this);
        page.Bar("… and allocates nothing", Pages.Bytes(Of(10).Bytes), Of(10).Bytes == 0, this);

        Measured Of(int rules) => all[nameof(RequestBenchmarks.Request), (nameof(RequestBenchmarks.Rules), rules)];
    }

    private void WriteOptions(Pages page, Measurements all)
    {
        page.Text("**Options.** One validation of one object with a constraint on each of its properties. An invalid object breaks two; "
            + "then a rejection is written, with the record's reason and the source of each value, where the others write a sentence.");
        page.Table(
            ["properties", "object", "validated by", "of `ValidateDataAnnotations`", "this machine", "allocated"],
            from properties in (int[])[10, 100]
            from valid in (bool[])[true, false]
            from way in _ways
            let own = Of(way.Method, properties, valid)
            let annotations = Of(nameof(OptionsBenchmarks.ValidateDataAnnotations), properties, valid)
            select (string[])
            [
                Pages.Count(properties),
                valid ? "valid" : "invalid",
                way.Name,
                Pages.Ratio(own.Nanoseconds / annotations.Nanoseconds),
                Pages.Time(own.Nanoseconds),
                Pages.Bytes(own.Bytes),
            ]);
        foreach (var properties in (int[])[10, 100])
        {
            var own = Of(nameof(OptionsBenchmarks.ValidateDecisions), properties, true);
            var annotations = Of(nameof(OptionsBenchmarks.ValidateDataAnnotations), properties, true);
            page.Bar($"judging a valid options object of {properties} properties allocates nothing", Pages.Bytes(own.Bytes), own.Bytes == 0, this);
            page.Bar($"… and takes under 0.1 × `ValidateDataAnnotations`",
                Pages.Ratio(own.Nanoseconds / annotations.Nanoseconds), own.Nanoseconds < 0.1 * annotations.Nanoseconds, this);
        }

        Measured Of(string method, int properties, bool valid) =>
            all[method, (nameof(OptionsBenchmarks.Properties), properties), (nameof(OptionsBenchmarks.Valid), valid)];
    }

    private void WriteConfiguration(Pages page, Measurements all, Measurements enumeration)
    {
        page.Text("**The whole configuration**, of four providers, judged by rules that all hold, beside looking the same keys up and doing nothing with them. "
            + "A wildcard key matches five keys of a section.");
        page.Table(
            ["keys of rules", "rules", "keys", "of the look-ups", "this machine", "look-ups", "allocated"],
            from wildcard in (bool[])[false, true]
            from rules in (int[])[10, 100, 1_000]
            from keys in (int[])[100, 1_000, 10_000, 100_000]
            let own = Of(nameof(ConfigurationBenchmarks.Judge), rules, keys, wildcard)
            let bare = Of(nameof(ConfigurationBenchmarks.BareLookUps), rules, keys, wildcard)
            select (string[])
            [
                wildcard ? "wildcard" : "exact",
                Pages.Count(rules),
                Pages.Count(keys),
                Pages.Ratio(own.Nanoseconds / bare.Nanoseconds),
                Pages.Time(own.Nanoseconds),
                Pages.Time(bare.Nanoseconds),
                Pages.Bytes(own.Bytes),
            ]);
        var enumerated = ((int[])[100, 1_000, 10_000]).Select(keys => $"{Pages.Time(Enumeration(keys).Nanoseconds)} for {Pages.Count(keys)} keys");
        page.Text($"`AsEnumerable()`, by which all keys could be judged one by one, takes {string.Join(", ", enumerated)} on this machine. "
            + "It takes far more than ten times as long for ten times the keys: 100,000, which would take about a minute, are not measured.");
        foreach (var wildcard in (bool[])[false, true])
        {
            var ratio = Of(nameof(ConfigurationBenchmarks.Judge), 100, 10_000, wildcard).Nanoseconds
                / Of(nameof(ConfigurationBenchmarks.BareLookUps), 100, 10_000, wildcard).Nanoseconds;
            page.Bar($"100 rules with {(wildcard ? "wildcards" : "exact keys")} over 10,000 keys cost no more than 1.5 × the bare look-ups",
                Pages.Ratio(ratio), ratio <= 1.5, this);
        }

        Measured Of(string method, int rules, int keys, bool wildcard) => all[
            method,
            (nameof(ConfigurationBenchmarks.Rules), rules),
            (nameof(ConfigurationBenchmarks.Keys), keys),
            (nameof(ConfigurationBenchmarks.Wildcard), wildcard)];

        Measured Enumeration(int keys) => enumeration[nameof(EnumerationBenchmarks.AsEnumerable), (nameof(EnumerationBenchmarks.Keys), keys)];
    }
}
