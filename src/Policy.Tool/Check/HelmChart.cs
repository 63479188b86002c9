using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Recognises the folders of Helm's templates by where they are. Helm reads every <c>{{</c> in them, also in quotes and comments; a file
/// without any is what it will be when it is rendered.
/// </summary>
internal static class HelmChart
{
    private const string TemplatesFolder = "templates";
    private const string Chart = "Chart.yaml";
    private const string Action = "{{";

    /// <summary>The folder of templates that a folder is, or is in: one called <c>templates</c>, beside or below a <c>Chart.yaml</c>; or null.</summary>
    /// <param name="folder">The absolute path.</param>
    public static string? TemplatesAround(string folder)
    {
        for (var at = folder; Path.GetDirectoryName(at) is { } above; at = above)
        {
            if (Path.GetFileName(at) == TemplatesFolder && IsBelowChart(above)) return at;
        }
        return null;
    }

    /// <summary>Whether a file in a folder of templates is one.</summary>
    /// <param name="content">Its content.</param>
    public static bool IsTemplate(Stream content)
    {
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            if (line.Contains(Action, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static bool IsBelowChart(string folder)
    {
        var root = RecordsFolder.RepositoryAbove(folder);
        for (var at = folder; at is not null; at = at == root ? null : Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, Chart))) return true;
        }
        return false;
    }
}
