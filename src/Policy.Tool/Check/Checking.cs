using DecisionPolicies.Tool.Check.Formats;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>One run of <c>decisions check</c>.</summary>
/// <param name="log">The records.</param>
/// <param name="context">The surroundings.</param>
internal sealed class Checking(DecisionLog log, ToolContext context)
{
    private readonly CheckSummary _summary = new();
    private readonly List<Broken> _found = [];
    private RecordLink? _link;
    private FileNames _files = new(null, log.Folder.Root);

    public string? Environment { get; init; }

    public ConfigurationFormat? Format { get; init; }

    public string? LinkBase { get; init; }

    public required string Report { get; init; }

    public required ReportTarget Output { get; init; }

    public string? Baseline { get; init; }

    public string? WriteBaseline { get; init; }

    /// <summary>Whether something that is not judged is something to report.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Judges what the call asks for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(CheckInput input)
    {
        if (WriteBaseline is not null) WholeFile.Expect(WriteBaseline, context.Shown(WriteBaseline));
        ReportBrokenRecords();
        if (input.Changed is { } changed && log.Folder.Folders.Any(changed.IsAbove))
        {
            Say($"A file among the records {changed.Verb}, too. Only the configuration that {changed.Verb} is checked; "
                + "to check all of it, leave the option out.");
        }
        var baseline = Baseline is null ? null : Check.Baseline.Read(Baseline, context.Shown(Baseline));
        _files = new(baseline?.Root, log.Folder.Root);
        _summary.Limit = input.Changed?.Verb;
        var judge = new UnitJudge(Judges, Cited, context) { Format = Format, NotJudged = _summary.NotJudged, Staged = input.Staged, Changed = input.Changed };
        // Files that an earlier run wrote are not configuration.
        var own = new[] { Output.File, Baseline, WriteBaseline }.OfType<string>().ToList();
        Output.Write(stream => Judge(input with { Own = own }, judge, baseline, stream));
        var refused = IsStrict && _summary.NotJudged.IsStrict;
        if (refused) Say("Something was not judged, which --strict does not accept.");
        if (_summary.NothingToCheck is not null) return refused ? ExitCode.Findings : ExitCode.Clean;
        // If nothing was judged, it is unclear whether there are violations.
        if (_summary.Judged == 0) return ExitCode.Error;
        if (WriteBaseline is not null) WholeFile.Write(WriteBaseline, Check.Baseline.Write(WriteBaseline, _found), context.Shown(WriteBaseline));
        // What is known of other files may still be there.
        if (baseline?.NotFound > 0 && input.Changed is null)
        {
            Say($"{(baseline.NotFound == 1 ? "1 violation in the baseline has" : $"{baseline.NotFound} violations in the baseline have")} changed or been "
                + "fixed. Write the baseline again with --write-baseline.");
        }
        if (_summary.Problems.Count > 0) return ExitCode.Error;
        // A baseline accepts violations, but not a file that cannot be read.
        return refused || _summary.Unreadable > 0 || (_summary.HasFindings && WriteBaseline is null) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Judge(CheckInput input, UnitJudge judge, Baseline? baseline, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var report = ReportTo(stream, writer);
        var progress = context.HasProgress ? new CheckProgress(input.Units(context, new(), _ => { }).Count(), context) : null;
        var repeated = new RepeatedResults();
        var met = new MetFiles(input.Staged, _summary.NotJudged);
        var units = input.Units(context, _summary.NotJudged, Complain);
        CheckRun.Over(units, unit => met.Passes(unit) ? JudgedUnit.PassedOver : judge.Judge(unit), (unit, judged) =>
        {
            if (unit.Problem is null && !ReferenceEquals(judged, JudgedUnit.PassedOver)) _summary.Files += unit.Paths.Count;
            _summary.Judged += judged.Files;
            foreach (var note in judged.Notes) Say(note);
            foreach (var result in judged.Results.Where(result => !repeated.Knows(unit, result)))
            {
                progress?.Clear();
                Add(result, report, baseline);
            }
            progress?.Step();
        });
        progress?.Clear();
        if (_summary.NothingToCheck is { } unchanged) SayBesideText(unchanged);
        if (_summary.NothingChecked is { } nothing)
        {
            _summary.Problems.Add(nothing);
            SayBesideText(nothing);
        }
        if (report.End(_summary) is { } cut) Say(cut);
    }

    private void Add(CheckResult result, ICheckReport report, Baseline? baseline)
    {
        // A waiver accepts its violations already; they must not use up what the baseline accepts.
        if (result is Broken { Consequence: not Consequence.Waived } broken)
        {
            if (WriteBaseline is not null) _found.Add(broken);
            if (baseline?.Knows(broken.IdentityIn(_files)) == true)
            {
                _summary.Known++;
                return;
            }
        }
        _summary.Add(result);
        report.Add(result);
    }

    private ICheckReport ReportTo(Stream stream, StreamWriter writer) => Report switch
    {
        FormatOption.Json => new JsonReport(stream, _files, context.Today),
        FormatOption.Sarif => new SarifReport(stream, Judges.Records, Cited, _files),
        FormatOption.JUnit => new JUnitReport(writer, Judges.Records, IsLacking, _files),
        FormatOption.GitHub => new GitHubReport(writer),
        FormatOption.Text => new TextReport(writer, Output.HasColour),
        _ => throw new InvalidOperationException($"There is no report '{Report}'."),
    };

    private GoverningJudges Judges => field ??= new(log, context.Today) { Environment = Environment };

    private IEnumerable<FaultInFile> ErrorsInRecords => log.Faults.Where(fault => fault.Fault.Severity == Severity.Error);

    // The records with rules that could not be read.
    private List<string> Lacking => field ??= [.. ErrorsInRecords.Where(log.LeavesRulesOut).Select(fault => fault.Path).Distinct(StringComparer.Ordinal)];

    private bool IsLacking(AdrRecord record) => record.Decision.Pack is { } pack
        ? log.Packs.HasFaults(pack)
        : Lacking.Contains(record.Path, StringComparer.Ordinal);

    // Made only when there is something to report: it asks git where the repository is.
    private DecisionPolicy Cited(AdrRecord record)
    {
        lock (_found) return (_link ??= RecordLink.Of(LinkBase, log)).Cite(record);
    }

    private void ReportBrokenRecords()
    {
        foreach (var fault in ErrorsInRecords.Concat(log.Packs.Faults)) context.Error.WriteLine(UnreadableFiles.InWords(fault));
        var lacking = Lacking;
        if (lacking.Count > 0)
        {
            Fail($"Rules in {string.Join(", ", lacking)} cannot be read and were skipped, so this report may be incomplete. "
                + "Run 'decisions lint' for details.");
        }
        var whole = ErrorsInRecords.Select(fault => fault.Path).Distinct(StringComparer.Ordinal).Except(lacking, StringComparer.Ordinal).ToList();
        if (whole.Count > 0) Fail($"There are errors in {string.Join(", ", whole)}. No rule was skipped because of them. Run 'decisions lint' for details.");
        if (log.Packs.Faults.Count > 0)
        {
            var sources = log.Packs.Faults.Select(fault => fault.Path).Distinct(StringComparer.Ordinal);
            Fail($"Rules of decision packs at {string.Join(", ", sources)} cannot be read and were skipped, so this report may be incomplete. "
                + "Run 'decisions lint' for details.");
        }
        // It was said when the records were read.
        if (log.Packs.WhyUnknown is { } why) _summary.Problems.Add(why);
        if (Judges.Records.Count == 0)
        {
            var places = log.Folder.Folders.Select(context.Shown).Concat(log.Packs.Packs.Select(pack => pack.Pack.ToString()));
            Say($"No accepted or proposed record in {string.Join(", ", places)} has a rule about configuration, so there is nothing to check against.");
        }
    }

    private void Complain(CheckComplaint complaint)
    {
        if (complaint.IsError) Fail(complaint.Message);
        else Say(complaint.Message);
    }

    private void Fail(string message)
    {
        _summary.Problems.Add(message);
        Say(message);
    }

    // The text report says so itself.
    private void SayBesideText(string message)
    {
        if (Report != FormatOption.Text || Output.File is not null) Say(message);
    }

    private void Say(string message) => context.Error.WriteLine($"decisions: {DisplayText.Neutralise(message)}");
}
