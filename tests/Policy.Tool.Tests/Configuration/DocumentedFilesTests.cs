using System.Text.RegularExpressions;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>
/// The pages about configuration files: every example is read, and the result is shown below it. Set ACCEPT_SNAPSHOTS=1 to accept what it
/// says.
/// </summary>
public sealed partial class DocumentedFilesTests
{
    private static readonly string[] _pages = ["docs/configuration-files.md", "docs/configuration-formats.md"];

    public static TheoryData<string> Pages => [.. _pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_what_is_read(string page)
    {
        var text = TextOf(page);
        var read = Example()
            .Replace(text, example => example.Groups["before"].Value + Shown(example.Groups["name"].Value, example.Groups["file"].Value) + "```\n");
        if (RepositoryFolder.Accepts) File.WriteAllText(Path.Combine(RepositoryFolder.Path, page), read);
        else Assert.Equal(read, text);
    }

    [Fact]
    public void Every_format_has_an_example() => Assert.Equal(
        Enum.GetValues<ConfigurationFormat>().Select(format => (ConfigurationFormat?)format),
        _pages.SelectMany(page => Example().Matches(TextOf(page))).Select(example => ConfigurationFormats.Of(example.Groups["name"].Value)).Distinct());

    private static string TextOf(string page) => File.ReadAllText(Path.Combine(RepositoryFolder.Path, page)).ReplaceLineEndings("\n");

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
