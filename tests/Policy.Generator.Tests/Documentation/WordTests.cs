using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DecisionPolicies.Generator.Tests.Documentation;

/// <summary>The phrases that CONTRIBUTING.md retires are in no message, no XML documentation and no page.</summary>
public sealed partial class WordTests
{
    private const string Begin = "<!-- retired phrases: begin -->";
    private const string End = "<!-- retired phrases: end -->";

    private static readonly string _wordList = Documents.Text("CONTRIBUTING.md");
    private static readonly Regex _retired = Retired();

    /// <summary>Every page.</summary>
    public static TheoryData<string> Pages => [.. Documents.Pages];

    /// <summary>Every source file of what ships and of the samples.</summary>
    public static TheoryData<string> Sources => [.. new[] { "src", "samples" }.SelectMany(folder => Documents.Below(folder, "*.cs"))];

    [Fact]
    public void The_word_list_retires_phrases() => Assert.Matches(_retired, "It is no baseline, and that is told.");

    [Theory]
    [InlineData("It is no longer so.")]
    [InlineData("There is no record.")]
    [InlineData("It is no more than a hint.")]
    [InlineData("standard")]
    public void Ordinary_English_is_not_retired(string text) => Assert.DoesNotMatch(_retired, text);

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_has_one(string page) => Assert.Empty(Found(WithoutWordList(page)));

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_message_and_no_documentation_comment_has_one(string source) => Assert.Empty(TextsOf(Documents.Text(source)).SelectMany(Found));

    /// <summary>Projects and targets, with their messages to those who build, and the descriptions of packages.</summary>
    public static TheoryData<string> Projects => [.. new[] { "*.csproj", "*.props", "*.targets" }.SelectMany(pattern => Documents.Below("src", pattern))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_project_has_one(string project) => Assert.Empty(Found(Documents.Text(project)));

    private static string WithoutWordList(string page)
    {
        var text = Documents.Text(page);
        return page == "CONTRIBUTING.md" ? text[..text.IndexOf(Begin, StringComparison.Ordinal)] + text[text.IndexOf(End, StringComparison.Ordinal)..] : text;
    }

    private static IEnumerable<string> TextsOf(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot();
        // A sentence goes on in the next literal of a concatenation, and in the next line of a comment.
        foreach (var token in root.DescendantTokens().Where(IsText)) yield return token.ValueText;
        foreach (var sum in root.DescendantNodes().Where(node => node.IsKind(SyntaxKind.AddExpression)))
        {
            yield return string.Concat(sum.DescendantTokens().Where(IsText).Select(token => token.ValueText));
        }
        foreach (var comment in root.DescendantNodes(descendIntoTrivia: true).OfType<DocumentationCommentTriviaSyntax>())
        {
            yield return string.Concat(
                comment.DescendantTokens().Where(token => token.IsKind(SyntaxKind.XmlTextLiteralToken)).Select(token => token.ValueText));
        }
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static IEnumerable<string> Found(string text) => _retired.Matches(text).Select(match => match.Value);

    private static Regex Retired()
    {
        var list = _wordList[_wordList.IndexOf(Begin, StringComparison.Ordinal).._wordList.IndexOf(End, StringComparison.Ordinal)];
        var phrases = list.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Phrase().Matches(line.Split('|')[1]))
            .Select(match => Regex.Escape(match.Groups["phrase"].Value).Replace(@"\ ", @"\s+", StringComparison.Ordinal));
        // "is no" is for "is not a"; "is no longer" and "there is no" are ordinary English.
        return new($@"(?<!\bthere\s+)\b(?:{string.Join('|', phrases)})\b(?!\s+(?:longer|more\s+than|less\s+than)\b)", RegexOptions.IgnoreCase);
    }

    [GeneratedRegex("`(?<phrase>[^`]+)`")]
    private static partial Regex Phrase();
}
