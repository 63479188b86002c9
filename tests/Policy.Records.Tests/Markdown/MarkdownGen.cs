using CsCheck;

namespace DecisionPolicies.Records.Tests.Markdown;

/// <summary>Documents made of lines that mean something in Markdown, one below the other in any order.</summary>
internal static class MarkdownGen
{
    private static readonly string[] _signs =
    [
        "", "", "", "", "", "", " ", "  ", "   ", "    ", "     ", "\t", " \t", "> ", ">", "> > ", "- ", "* ", "+ ", "-   ", "-     ",
        "-\t", "1. ", "1) ", "2. ", "10. ", "  - ", "   > ",
    ];

    private static readonly string[] _contents =
    [
        "", "", "", "text", "more text", "Status: accepted", "a *b* `c` d", "text  ", "\\", "# Heading", "## Heading ##",
        "###### Heading #", "####### none", "#none", "#", "#\tx", "\\# none", "===", "=", "= =", "---", "--", "-", "- - -", "***", "* * *",
        "___", "_ _", "--- ---", "```", "````", "``` info", "```info`", "~~~", "~~~~ a ~", "``", "`", "`a", "b`", "<!-- comment -->",
        "<!--", "-->", "<!-- a", "b -->", "<!-->", "<div>", "</div>", "<div", "<p class=\"x\">a", "<pre>", "</pre>", "<script>a</script>",
        "<style", "<textarea>", "<?php", "?>", "<!DOCTYPE x", "<!x>", "<![CDATA[", "]]>", "<b>", "</b>", "<b a='1' c=d e>", "<b/>",
        "<b>text</b>", "<b a=>", "<x-y>", "<http://example.org>", "<1>", "a | b", "| a | b |", "--|--", "- | -", "|---|:-:|", "| - |",
        "a \\| b", "`a | b`", "|", "1 | 2 | 3", "[a]: /b", "[b]: <c d> \"e\"", "[c]:", "/d", "\"title\"", "[d]: /e \"f", "g\"", "[e]: /f x",
        "[f]", "[g]:/h 'i'", "[ ]: /j", "[k\\]: /l", "[m", "n]: /o", "- a", "* a", "+ a", "-", "*", "1. a", "2. a", "1) a", "1.",
        "123456789. a", "1234567890. a", "-a", "1.a", "> a", ">", ">a",
    ];

    private static readonly Gen<string> _line = Gen.Select(
        Gen.OneOf(_signs), Gen.OneOf(_signs), Gen.OneOf(_contents), (first, second, content) => first + second + content);

    /// <summary>Lines, with the line ends of one system or another.</summary>
    public static Gen<string> Documents { get; } = Gen.Select(
        Gen.OneOf(_line, Gen.OneOf(_contents)).Array[1, 12],
        Gen.OneOf("\n", "\n", "\r\n", "\r"),
        (lines, lineEnd) => string.Join(lineEnd, lines));
}
