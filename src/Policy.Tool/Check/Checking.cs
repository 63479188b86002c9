using DecisionPolicies.Records.Settings;
using DecisionPolicies.Tool.Check.Reports;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Records;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check;

/// <summary>One run of <c>decisions check</c>.</summary>
/// <param name="log">The records.</param>
/// <param name="context">The surroundings.</param>
internal sealed class Checking(DecisionLog log, ToolContext context)
{
    private readonly CheckSummary _summary = new();
    private readonly List<Broken> _found = [];
    private readonly IReadOnlyList<AdrRecord> _records = [.. log.Set.Records
        .Where(record => record.Status is DecisionStatus.Accepted or DecisionStatus.Proposed && record.Rules.OfType<ConfigurationRule>().Any())];

    private RecordLink? _link;
    private bool _failed;

    public string? Environment { get; init; }

    public ConfigurationFormat? Format { get; init; }

    public string? LinkBase { get; init; }

    public required string Report { get; init; }

    public string? Output { get; init; }

    public string? Baseline { get; init; }

    public string? WriteBaseline { get; init; }

    /// <summary>Judges what is asked for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(CheckInput input)
    {
        TellBrokenRecords();
        var baseline = Baseline is null ? null : Check.Baseline.Read(Baseline);
        var judge = new UnitJudge(new SettingsJudge(_records) { Environment = Environment, IsComplete = input.Layers.Count > 0 }, LinkOf, context) { Format = Format };
        using (var written = Output is null ? null : new MemoryStream())
        {
            Judge(input, judge, baseline, written ?? (Stream)new TextStream(context.Output));
            if (written is not null) WholeFile.Write(Output!, written.ToArray());
        }
        if (WriteBaseline is not null) WholeFile.Write(WriteBaseline, Check.Baseline.Write(_found));
        if (baseline?.Gone > 0) Tell($"{(baseline.Gone == 1 ? "1 finding of the baseline has changed or is" : $"{baseline.Gone} findings of the baseline have changed or are")} gone. Write it again with --write-baseline.");
        if (_summary.Files == 0 && !_failed) Fail("No configuration file was found, so nothing was judged.");
        if (_failed) return ExitCode.Error;
        // A baseline accepts what is broken, but not that a file cannot be read.
        return _summary.Unreadable > 0 || (_summary.HasFindings && WriteBaseline is null) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Judge(CheckInput input, UnitJudge judge, Baseline? baseline, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var report = ReportTo(stream, writer);
        var progress = context.ErrorIsTerminal ? new CheckProgress(input.Units(context, _ => { }).Count(), context) : null;
        CheckRun.Over(input.Units(context, Complain), judge.Judge, (unit, results) =>
        {
            _summary.Files += unit.Paths.Count;
            foreach (var result in results)
            {
                progress?.Clear();
                Add(result, report, baseline);
            }
            progress?.Step();
        });
        progress?.Clear();
        report.End(_summary);
    }

    private void Add(CheckResult result, ICheckReport report, Baseline? baseline)
    {
        if (result is Broken broken)
        {
            if (WriteBaseline is not null && broken.Level != Level.Note) _found.Add(broken);
            if (baseline?.Knows(broken) == true)
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
        "json" => new JsonReport(stream),
        "sarif" => new SarifReport(stream, _records, LinkOf),
        "junit" => new JUnitReport(writer, _records),
        "github" => new GitHubReport(writer),
        _ => new TextReport(writer, context.HasColour && Output is null),
    };

    // Asked for only where something is found: git tells where the repository is.
    private string LinkOf(AdrRecord record)
    {
        lock (_found) return (_link ??= RecordLink.Of(LinkBase, log)).To(record);
    }

    private void TellBrokenRecords()
    {
        foreach (var fault in log.Faults.Where(fault => fault.Fault.Kind.IsError))
        {
            context.Error.WriteLine(UnreadableFiles.InWords(fault));
            _failed = true;
        }
        if (_failed) Tell("Some of the records cannot be read, so decisions may be broken that are not told here. 'decisions lint' says more.");
        if (_records.Count == 0) Tell($"No record in {string.Join(", ", log.Folder.Folders.Select(context.Shown))} that is accepted or proposed has a rule about configuration, so nothing can be broken.");
    }

    private void Complain(CheckComplaint complaint)
    {
        if (complaint.IsError) Fail(complaint.Message);
        else Tell(complaint.Message);
    }

    private void Fail(string message)
    {
        _failed = true;
        Tell(message);
    }

    private void Tell(string message) => context.Error.WriteLine($"decisions: {DisplayText.Neutralise(message)}");
}
