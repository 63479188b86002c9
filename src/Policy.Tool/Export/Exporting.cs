using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Export;

/// <summary>One run of <c>decisions export</c>.</summary>
/// <param name="log">The records.</param>
/// <param name="output">Where the export is written.</param>
/// <param name="context">The surroundings.</param>
internal sealed class Exporting(DecisionLog log, ExportFolder output, ToolContext context)
{
    /// <summary>The engine that the rules are exported for.</summary>
    public required IExportEngine Engine { get; init; }

    /// <summary>The day on which waivers count; null for today, or for that of the export that is checked.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether the export is compared with what is there, and nothing is written.</summary>
    public bool Checks { get; init; }

    /// <summary>The rules to be left out, by their names.</summary>
    public required IReadOnlyList<string> Without { get; init; }

    /// <summary>Whether an exported rule may reject what the rule accepts.</summary>
    public bool AllowsStricter { get; init; }

    /// <summary>The URL that links to records begin with; null for the usual one.</summary>
    public string? LinkBase { get; init; }

    /// <summary>Exports.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        if (HasLostRules()) throw new ToolException("Nothing was exported: a record or a pack cannot be read, so a rule would be missing.");
        log.RequireRecords(context);
        var export = ExportedDecisions.Of(log, RecordLink.Of(LinkBase, log).Cite, Engine, AllowsStricter);
        RefuseUnknown(export);
        var refused = export.Refused.Where(rule => !Without.Any(name => IsNamed(rule.At, name))).ToList();
        foreach (var (at, fault) in refused) Refuse(at, fault);
        if (refused.Count > 0) throw new ToolException($"Nothing was exported: {Plural.Of(refused.Count, "rule")} cannot be exported.");
        if (export.Decisions.Count == 0)
        {
            throw new ToolException("Nothing was exported: no accepted or proposed record has a rule about configuration to export.");
        }
        var old = output.TextOf(Engine.DatedFile);
        var day = export.HasWaivers ? AsOf ?? (Checks && old is not null ? Engine.DayOf(old) : null) ?? context.Today : (DateOnly?)null;
        var files = Engine.FilesOf(export, day);
        return Checks ? Check(export, files, day) : Write(export, files);
    }

    private int Write(ExportedDecisions export, IReadOnlyList<ExportedFile> files)
    {
        output.Write(files);
        Say($"{output.Shown}: {Plural.Of(export.Decisions.Sum(decision => decision.Rules.Count), "rule")} of "
            + $"{Plural.Of(export.Decisions.Count, "decision")} exported");
        var stricter = export.Decisions.SelectMany(decision => decision.Rules).Where(rule => rule.Rule.IsStricter).Select(rule => rule.At.Name).ToList();
        if (stricter.Count > 0) Say($"Stricter than the record: {string.Join(", ", stricter)}");
        if (export.Refused.Count > 0) Say($"Not exported: {string.Join(", ", export.Refused.Select(rule => rule.At.Name))}");
        if (export.Elsewhere.Count > 0) Say($"Not about configuration: {Plural.Of(export.Elsewhere.Count, "rule")}");
        return ExitCode.Clean;
    }

    private int Check(ExportedDecisions export, IReadOnlyList<ExportedFile> files, DateOnly? day)
    {
        var differences = output.Differences(files).ToList();
        foreach (var difference in differences) Say(difference);
        if (differences.Count > 0) Say($"Run 'decisions export {Engine.Name} --out {output.Shown}' to update it, with the same options as before.");
        var changed = Changed(export, day).ToList();
        foreach (var (decision, waiver) in changed)
        {
            var change = waiver.AppliesOn(context.Today) ? $"applies since {waiver.From!.Value.InWords()}" : $"expired on {waiver.Until.InWords()}";
            Say($"{decision.Citation()}'s waiver for {waiver.Key ?? waiver.Rule} {change}. Export again.");
        }
        if (differences.Count + changed.Count > 0) return ExitCode.Findings;
        Say($"{output.Shown}: up to date");
        return ExitCode.Clean;
    }

    // What the export still waives, or does not waive yet, where nothing else names a day.
    private IEnumerable<(DecisionPolicy Decision, Waiver Waiver)> Changed(ExportedDecisions export, DateOnly? day) => export.Decisions
        .SelectMany(decision => decision.Rules
            .SelectMany(rule => decision.Decision.WaiversOf(rule.At.Rule)).Distinct()
            .Where(waiver => day is { } then && waiver.AppliesOn(then) != waiver.AppliesOn(context.Today))
            .Select(waiver => (decision.Decision, waiver)));

    private bool HasLostRules()
    {
        var lost = log.Faults.Where(fault => fault.Fault.Severity == Severity.Error && log.LeavesRulesOut(fault)).Concat(log.Packs.Faults).ToList();
        foreach (var fault in lost) context.Error.WriteLine(UnreadableFiles.InWords(fault));
        return lost.Count > 0;
    }

    // A name that is left behind would leave out, in silence, whatever comes to be there.
    private void RefuseUnknown(ExportedDecisions export)
    {
        foreach (var name in Without.Where(name => !export.Refused.Any(rule => IsNamed(rule.At, name))))
        {
            var kept = export.Decisions.SelectMany(decision => decision.Rules).Select(rule => rule.At);
            var at = kept.Concat(export.Elsewhere).FirstOrDefault(at => IsNamed(at, name));
            throw new ToolException(at is null
                ? $"'--without {name}' does not name a rule that cannot be exported. Write the record and the line of the rule's subject, as in 'ADR-0001:35'."
                : $"'--without {name}' names a rule that need not be left out. Remove it.");
        }
    }

    private void Refuse(PlacedRule at, NotExported fault)
    {
        var stricter = fault.CanBeStricter ? "accept a stricter rule with '--allow-stricter', or " : "";
        context.Error.WriteLine(DisplayText.Neutralise(
            $"{at.Path}({at.Place.Line},{at.Place.Column}): {at.Decision.Citation()} cannot be exported: {fault.Reason} "
            + $"To export the other rules, {stricter}leave it out with '--without {at.Name}'."));
    }

    private void Say(string text) => context.Output.WriteLine(DisplayText.Neutralise(text));

    private static bool IsNamed(PlacedRule at, string name) => string.Equals(at.Name, name.Trim(), StringComparison.OrdinalIgnoreCase);
}
