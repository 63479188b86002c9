using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>The title of a record as its first level-1 heading gives it: <c># 7. Use one queue</c>.</summary>
/// <param name="Id">The id before the title, or null.</param>
/// <param name="Title">The title without the id; empty if there is no heading.</param>
internal readonly record struct Heading(string? Id, string Title)
{
    private const string WholeWords = "architecture decision record";

    private static readonly char[] _afterNumber = ['.', ':', ')', '-', '\u2013', '\u2014', '\uFF1A'];
    private static readonly char[] _around = ['[', ']', '(', '\u2116', ' '];

    // The series that a title may name, besides one in capital letters.
    private static readonly string[] _series = ["adr", "decision", "rfc", "dr", "ad"];

    /// <summary>Finds the heading.</summary>
    /// <param name="body">The record's text.</param>
    /// <param name="file">The name of its file.</param>
    public static Heading Of(MarkdownBody body, FileName file)
    {
        foreach (var block in body.Blocks)
        {
            if (block.Level == 1) return OfText(body.WordsOf(block), file);
        }
        return new(null, "");
    }

    /// <summary>A title that front matter states, without the id of its own record in front.</summary>
    /// <param name="text">The title.</param>
    /// <param name="file">The name of the record's file.</param>
    public static string OfStated(string text, FileName file) =>
        OfText(text, file) is { Id: { } id, Title: var title } && FileName.Of(id).Number is { } number && number == file.Number ? title : text;

    /// <summary>Takes the id from the start of a title: "ADR-0007: Title", "ADR 7 - Title", "[ADR-BE-007] Title", "7. Title", "(7) Title".</summary>
    /// <param name="text">The title.</param>
    /// <param name="file">The name of the record's file. A number without a sign after it must be that of the file.</param>
    public static Heading OfText(string text, FileName file)
    {
        var title = WithoutTags(text);
        if (title.StartsWith(WholeWords, StringComparison.OrdinalIgnoreCase)) title = title.Substring(WholeWords.Length).TrimStart(':', ' ');
        var at = 0;
        while (at < title.Length && _around.Contains(title[at])) at++;
        var start = at;
        var prefix = SeriesAt(title, ref at);
        var digits = at;
        while (at < title.Length && title[at] is >= '0' and <= '9') at++;
        if (at == digits) return WithoutLetters(title, file);
        var number = title.Substring(digits, at - digits);
        while (at < title.Length && title[at] is ']' or ' ') at++;
        var hasMark = at < title.Length && _afterNumber.Contains(title[at]);
        // "29.Use Z" has a number. In "3.1 is out", it belongs to the title.
        if (hasMark && at + 1 < title.Length && title[at + 1] is >= '0' and <= '9') return new(null, title);
        // "2024-05-31 was a day", "2-factor login"
        if (hasMark && title[at] == '-' && at + 1 < title.Length && title[at + 1] != ' ') return new(null, title);
        var isSeries = prefix.Length > 0;
        var isOfFile = file.Number is { } own && int.TryParse(number, out var read) && read == own && at > digits + number.Length;
        if (!hasMark && !isOfFile && !(isSeries && start > 0)) return new(null, title);
        var rest = title.Substring(hasMark ? at + 1 : at).Trim();
        if (rest.Length == 0) return new(null, title);
        return new((isSeries ? prefix : "ADR") + "-" + number, rest);
    }

    // "ADR-", "ADR ", "ADR-BE-", "Decision "; the sign before the number may be one that a line does not break at.
    private static string SeriesAt(string title, ref int at)
    {
        var start = at;
        var next = at;
        var parts = new List<string>();
        while (next < title.Length && char.IsLetter(title[next]))
        {
            var word = next;
            while (next < title.Length && char.IsLetter(title[next])) next++;
            parts.Add(title.Substring(word, next - word));
            if (next < title.Length && title[next] is '-' or ' ' or '_' or '\u2011') next++;
            else break;
        }
        var isSeries = parts.Count > 0 && next < title.Length && title[next] is >= '0' and <= '9'
            && (parts.TrueForAll(part => part == part.ToUpperInvariant())
                || (parts.Count == 1 && _series.Contains(parts[0], StringComparer.OrdinalIgnoreCase)));
        if (!isSeries) return "";
        at = next;
        return title.Substring(start, next - start).TrimEnd('-', ' ', '_', '\u2011').ToUpperInvariant();
    }

    // "RED. Recoverable errors", in RED-recoverable-errors.md
    private static Heading WithoutLetters(string title, FileName file) =>
        file.Letters is { } letters && title.StartsWith(letters, StringComparison.Ordinal) && title.Length > letters.Length + 1
            && _afterNumber.Contains(title[letters.Length]) && title[letters.Length + 1] == ' '
            ? new(letters, title.Substring(letters.Length + 1).Trim())
            : new(null, title);

    // Any other tag may be meant as text.
    private static bool IsAnchor(string text) =>
        text.StartsWith("<a ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("</a>", StringComparison.OrdinalIgnoreCase);

    // "<a name="x"></a>Title", "Title {#title}"
    private static string WithoutTags(string text)
    {
        while (IsAnchor(text) && HtmlTag.EndOf(text, 0, text.Length) is var end and > 0) text = text.Substring(end).TrimStart();
        var anchor = text.EndsWith("}", StringComparison.Ordinal) ? text.LastIndexOf("{#", StringComparison.Ordinal) : -1;
        return anchor > 0 ? text.Substring(0, anchor).TrimEnd() : text;
    }
}
