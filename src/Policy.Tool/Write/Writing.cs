using System.Text;
using DecisionPolicies.Tool.Lint;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Writes what a command has planned. Planning, which may refuse an edit, ends before anything is written.</summary>
/// <param name="Context">The surroundings.</param>
internal sealed record Writing(ToolContext Context)
{
    /// <summary>Writes edits one after the other, and prints the path of each written file.</summary>
    /// <param name="log">The decision log before.</param>
    /// <param name="created">The new record, or null.</param>
    /// <param name="edits">The edits, in an order that keeps the log consistent if a later one cannot be written.</param>
    /// <exception cref="ToolException">A file cannot be written. The message says which ones were.</exception>
    public void Write(DecisionLog log, RecordEdit? created, IReadOnlyList<RecordEdit> edits)
    {
        var written = new List<string>();
        var all = created is null ? edits : [created, .. edits];
        foreach (var edit in all)
        {
            try
            {
                if (edit == created) CreateFile(edit);
                else Replace(edit);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var rest = written.Count == 0 ? "" : $" Already written: {string.Join(", ", written)}. Fix the cause, then run the command again.";
                throw new ToolException($"{Context.Shown(edit.File.FilePath)}: The file was not written: {exception.Message}{rest}");
            }
            written.Add(Context.Shown(edit.File.FilePath));
            Context.Output.WriteLine(DisplayText.Neutralise(written[^1]));
        }
        ReportNewFaults(log, all);
    }

    private static void CreateFile(RecordEdit edit)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(edit.File.FilePath)!);
        WholeFile.Create(edit.File.FilePath, edit.Text);
    }

    // Writing a text that was decoded with replaced characters, or has changed since it was read, would lose something.
    private static void Replace(RecordEdit edit)
    {
        var isAsRead = File.ReadAllBytes(edit.File.FilePath).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(edit.File.Text));
        if (!isAsRead) throw new IOException("It has changed in the meantime, or is not UTF-8.");
        WholeFile.Write(edit.File.FilePath, edit.Text);
    }

    // A deprecated record may be the successor of another: new faults are reported at once.
    private void ReportNewFaults(DecisionLog log, IReadOnlyList<RecordEdit> edits)
    {
        var before = log.Faults.Select(found => (found.Path, found.Fault.Kind.Id, found.Fault.Message)).ToHashSet();
        var after = log.With(edits.Select(edit => edit.File.With(edit.Text)));
        foreach (var finding in LintFinding.Of(after, after.Faults))
        {
            // It counts the records of a folder, so any new record changes it. The faults that it sums up are compared themselves.
            if (finding.Fault.Kind == FaultKind.PartlyRead) continue;
            if (!before.Contains((finding.Path, finding.Fault.Kind.Id, finding.Fault.Message))) Context.Error.WriteLine(finding.Text(Context));
        }
    }
}
