using System.Text.RegularExpressions;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>docs/configuration-files.md: every example is read, and the result is shown below it. Set ACCEPT_SNAPSHOTS=1 to accept what it says.</summary>
public sealed partial class DocumentedFilesTests
{
    private static readonly string _page = Path.Combine(RepositoryFolder.Path, "docs/configuration-files.md");

    [Fact]
    public void The_page_shows_what_is_read()
    {
        var text = File.ReadAllText(_page).ReplaceLineEndings("\n");
        var read = Example()
            .Replace(text, example => example.Groups["before"].Value + Shown(example.Groups["name"].Value, example.Groups["file"].Value) + "```\n");
        if (RepositoryFolder.Accepts) File.WriteAllText(_page, read);
        else Assert.Equal(read, text);
    }

    [Fact]
    public void Every_format_has_an_example() => Assert.Equal(
        Enum.GetValues<ConfigurationFormat>().Select(format => (ConfigurationFormat?)format),
        Example().Matches(File.ReadAllText(_page).ReplaceLineEndings("\n")).Select(example => ConfigurationFormats.Of(example.Groups["name"].Value))
            .Distinct());

    private static string Shown(string name, string text)
    {
        var file = Read.File(name, text);
        return string.Concat(file.Trees.Select(Shown)) + string.Concat(Read.Faults(file).Select(fault => $"{fault}\n"));
    }

    private static string Shown(ConfigurationTree tree)
    {
        var environment = tree.Environment is { } name ? $", for {name}" : "";
        return $"{tree.Part?.Text ?? "the whole file"}{environment}:\n" + string.Concat(Read.Settings(tree).Split('\n').Select(setting => $"  {setting}\n"));
    }

    [GeneratedRegex("(?<before>```[a-z]+ (?<name>\\S+)\n(?<file>.*?)```\n\n```text\n).*?```\n", RegexOptions.Singleline)]
    private static partial Regex Example();
}
