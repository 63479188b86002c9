using System.Text.RegularExpressions;

namespace Package.Tests;

/// <summary>A page whose examples are run as they are.</summary>
internal sealed partial class DocumentedPage
{
    private readonly string _text;

    private DocumentedPage(string path) => _text = File.ReadAllText(Path.Combine(Machine.RepositoryRoot, path)).ReplaceLineEndings("\n");

    /// <summary>docs/start.md, which starts with packing.</summary>
    public static DocumentedPage Start { get; } = new("docs/start.md");

    /// <summary>README.md, which starts with the package on a feed.</summary>
    public static DocumentedPage Readme { get; } = new("README.md");

    /// <summary>The blocks of a language, in order; of none for the empty name.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Block().Matches(_text).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["content"].Value)];

    /// <summary>The commands of a console block.</summary>
    public IReadOnlyList<string> Commands(int block) =>
        [.. Blocks("console")[block].Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])];

    /// <summary>What the last command of a console block prints.</summary>
    public string Shown(int block) => Blocks("console")[block].Split('\n').SkipWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))
        .Where(line => !line.StartsWith("$ ", StringComparison.Ordinal)).Aggregate("", (shown, line) => shown + line + "\n").Trim('\n');

    /// <summary>The first path of a record that the text names.</summary>
    public string RecordPath => Record().Match(_text).Groups["path"].Value;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<path>docs/adr/[^`]+\.md)`")]
    private static partial Regex Record();
}
