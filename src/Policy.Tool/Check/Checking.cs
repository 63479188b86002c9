using DecisionPolicies.Settings;
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
    private readonly IReadOnlyList<AdrRecord> _records = [.. log.Set.Records
        .Where(record => record.Decision.Enforces<ConfigurationRule>())];

    private RecordLink? _link;
    private FileNames _files = new(null, log.Folder.Root);

    public string? Environment { get; init; }

    public ConfigurationFormat? Format { get; init; }

    public string? LinkBase { get; init; }

    public required string Report { get; init; }

    public required ReportTarget Output { get; init; }

    public string? Baseline { get; init; }

    public string? WriteBaseline { get; init; }

    /// <summary>Judges what is asked for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(CheckInput input)
    {
        if (WriteBaseline is not null) WholeFile.Expect(WriteBaseline, context.Shown(WriteBaseline));
        TellBrokenRecords();
        var baseline = Baseline is null ? null : Check.Baseline.Read(Baseline, context.Shown(Baseline));
        _files = new(baseline?.Root, log.Folder.Root);
        var judge = new UnitJudge(new SettingsJudge(_records, context.Today) { Environment = Environment }, Cited, context) { Format = Format };
        // What an earlier run has written is not configuration.
        var own = new[] { Output.File, Baseline, WriteBaseline }.OfType<string>().ToList();
        Output.Write(stream => Judge(input with { Own = own }, judge, baseline, stream));
        // Where nothing was judged, nobody knows what is broken.
        if (_summary.Judged == 0) return ExitCode.Error;
        if (WriteBaseline is not null) WholeFile.Write(WriteBaseline, Check.Baseline.Write(WriteBaseline, _found), context.Shown(WriteBaseline));
        if (baseline?.Gone > 0)
        {
            Tell($"{(baseline.Gone == 1 ? "1 finding of the baseline has changed or is" : $"{baseline.Gone} findings of the baseline have changed or are")} "
                + "gone. Write it again with --write-baseline.");
        }
        if (_summary.Problems.Count > 0) return ExitCode.Error;
        // A baseline accepts what is broken, but not that a file cannot be read.
        return _summary.Unreadable > 0 || (_summary.HasFindings && WriteBaseline is null) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Judge(CheckInput input, UnitJudge judge, Baseline? baseline, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var report = ReportTo(stream, writer);
        var progress = context.ErrorIsTerminal ? new CheckProgress(input.Units(context, _ => { }).Count(), context) : null;
        CheckRun.Over(input.Units(context, Complain), judge.Judge, (unit, judged) =>
        {
            if (unit.Problem is null) _summary.Files += unit.Paths.Count;
            _summary.Judged += judged.Files;
            foreach (var result in judged.Results)
            {
                progress?.Clear();
                Add(result, report, baseline);
            }
            progress?.Step();
        });
        progress?.Clear();
        if (_summary.NothingChecked is { } nothing) TellNothingChecked(nothing);
        if (report.End(_summary) is { } cut) Tell(cut);
    }

    private void Add(CheckResult result, ICheckReport report, Baseline? baseline)
    {
        // What a waiver covers is accepted already, and must not use up what the baseline accepts.
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
        FormatOption.Sarif => new SarifReport(stream, _records, Cited, _files),
        FormatOption.JUnit => new JUnitReport(writer, _records, Lacking, _files),
        FormatOption.GitHub => new GitHubReport(writer),
        FormatOption.Text => new TextReport(writer, Output.HasColour),
        _ => throw new InvalidOperationException($"There is no report '{Report}'."),
    };

    private IEnumerable<FaultInFile> ErrorsInRecords => log.Faults.Where(fault => fault.Fault.Kind.Severity == Severity.Error);

    // The records that rules could not be read of.
    private List<string> Lacking => [.. ErrorsInRecords.Where(log.LeavesRulesOut).Select(fault => fault.Path).Distinct(StringComparer.Ordinal)];

    // Asked for only where something is found: git tells where the repository is.
    private DecisionPolicy Cited(AdrRecord record)
    {
        lock (_found) return (_link ??= RecordLink.Of(LinkBase, log)).Cite(record);
    }

    private void TellBrokenRecords()
    {
        foreach (var fault in ErrorsInRecords) context.Error.WriteLine(UnreadableFiles.InWords(fault));
        var lacking = Lacking;
        if (lacking.Count > 0)
        {
            Fail($"Rules of {string.Join(", ", lacking)} cannot be read and were left out, so decisions may be broken that are not told here. "
                + "'decisions lint' says more.");
        }
        var whole = ErrorsInRecords.Select(fault => fault.Path).Distinct(StringComparer.Ordinal).Except(lacking, StringComparer.Ordinal).ToList();
        if (whole.Count > 0) Fail($"There are errors in {string.Join(", ", whole)}. No rule was left out for them. 'decisions lint' says more.");
        if (_records.Count == 0)
        {
            Tell($"No record in {string.Join(", ", log.Folder.Folders.Select(context.Shown))} that is accepted or proposed has a rule about configuration, so "
                + "nothing can be broken.");
        }
    }

    private void Complain(CheckComplaint complaint)
    {
        if (complaint.IsError) Fail(complaint.Message);
        else Tell(complaint.Message);
    }

    private void Fail(string message)
    {
        _summary.Problems.Add(message);
        Tell(message);
    }

    // The text says so itself.
    private void TellNothingChecked(string message)
    {
        _summary.Problems.Add(message);
        if (Report != FormatOption.Text || Output.File is not null) Tell(message);
    }

    private void Tell(string message) => context.Error.WriteLine($"decisions: {DisplayText.Neutralise(message)}");
}
