namespace DecisionPolicies.Tool.Check;

/// <summary>Recognises files that were found in a folder, and whose contents show that they are not configuration. It is safe for several threads.</summary>
/// <param name="staged">The files in git's index, if those are judged.</param>
/// <param name="notJudged">Receives what is passed over.</param>
internal sealed class MetFiles(StagedFiles? staged, NotJudged notJudged)
{
    /// <summary>Whether a unit is passed over.</summary>
    /// <param name="unit">The unit.</param>
    public bool Passes(CheckUnit unit)
    {
        if (unit is not { IsMet: true, Problem: null, Paths: [var path] }) return false;
        var isReport = OwnReport.IsNamed(path) && IsSo(path, OwnReport.Is);
        if (!isReport && (unit.Templates is null || !IsSo(path, HelmChart.IsTemplate))) return false;
        // What was not asked for is not counted.
        if (unit.IsOnlyReferring) return true;
        if (isReport) notJudged.AddReport();
        else notJudged.AddTemplate(unit.Templates!);
        return true;
    }

    private bool IsSo(string path, Func<Stream, bool> test)
    {
        try
        {
            if (staged?.Open(path) is { } content) return test(content);
            // Opening a pipe would wait for a writer.
            if (!StoredFile.HasBytes(path)) return false;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return test(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Reading it as configuration reports what is wrong.
            return false;
        }
    }
}
