using System.Text.RegularExpressions;

namespace Package.Tests;

/// <summary>The README, whose examples are run as they stand there.</summary>
internal sealed class Readme
{
    private readonly string _text = File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");

    public ReadmeSection FiveMinutes => Section("Five minutes in your own project");

    private ReadmeSection Section(string heading)
    {
        var start = _text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The README has no section '{heading}'.");
        var end = _text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return new(end < 0 ? _text[start..] : _text[start..end]);
    }
}

/// <summary>A section of the README.</summary>
internal sealed partial class ReadmeSection(string text)
{
    /// <summary>The blocks of a language, in order; of none for the empty name.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Block().Matches(text).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["content"].Value)];

    /// <summary>The commands of a console block.</summary>
    public IReadOnlyList<string> Commands(int block) =>
        [.. Blocks("console")[block].Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])];

    /// <summary>What the last command of a console block prints.</summary>
    public string Shown(int block) => Blocks("console")[block].Split('\n').SkipWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))
        .Where(line => !line.StartsWith("$ ", StringComparison.Ordinal)).Aggregate("", (shown, line) => shown + line + "\n").Trim('\n');

    /// <summary>The first path of a record that the text names.</summary>
    public string RecordPath => Record().Match(text).Groups["path"].Value;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<path>docs/adr/[^`]+\.md)`")]
    private static partial Regex Record();
}
