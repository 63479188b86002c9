using System.Globalization;
using System.Text.RegularExpressions;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>How the records of a folder are named, so that a new one is named like them.</summary>
/// <param name="Head">The text before the words, with the placeholders of <see cref="HeadOf"/>, as in <c>ADR-{number}</c>.</param>
/// <param name="Page">The page in a record's own folder, as in <c>README.md</c>; empty if a record is one file.</param>
/// <param name="Digits">The minimum number of digits of the number; 0 for no number, as in log4brains.</param>
/// <param name="BeforeWords">The text before the words, as in <c>-</c>; empty if there are no words.</param>
/// <param name="BetweenWords">The text between words.</param>
/// <param name="Extension">The extension of the file.</param>
internal sealed partial record FileNamePattern(string Head, string Page, int Digits, string BeforeWords, string BetweenWords, string Extension)
{
    private const int LongestWords = 60;
    private const string Number = "{number}";
    private const string Year = "{yyyy}";

    private static readonly string[] _days = ["yyyyMMdd", "yyyy-MM-dd", "yyyy_MM_dd", "yyyy.MM.dd"];
    private static readonly FileNamePattern _usual = new(Number, "", 4, "-", "-", ".md");

    /// <summary>The pattern that most records follow, with preference for that of the last record; <c>0001-some-words.md</c> without records.</summary>
    /// <param name="files">The files in the folder.</param>
    /// <param name="folder">The folder, as it is shown.</param>
    /// <exception cref="ToolException">The records do not follow one pattern, or one whose next name is not certain.</exception>
    public static FileNamePattern Of(IEnumerable<LogFile> files, string folder)
    {
        var records = files.Where(file => file.Content is { IsSkipped: false, Record: not null } && NameOf(file) is { Id: not null } or { Letters: not null })
            .Reverse().ToList();
        if (records.Count == 0) return _usual;
        var groups = records.GroupBy(record => ShapeOf(record)).OrderByDescending(shape => shape.Count()).ToList();
        var patterns = groups[0].Select(OfFile).OfType<FileNamePattern>().ToList();
        if (patterns.Count == 0 || (groups.Count > 1 && groups[1].Count() == groups[0].Count() && groups[0].Count() > 1))
        {
            var examples = string.Join("' and '", groups.Take(2).Select(group => NameIn(group.First())));
            throw new ToolException(
                $"The records in {folder} are named like '{examples}', so the next name is not certain. Name the file, as in '--file 0012-use-x.md'.");
        }
        return patterns[0] with
        {
            Digits = MostUsed(patterns.Select(pattern => pattern.Digits)),
            BetweenWords = MostUsed(patterns.Select(pattern => pattern.BetweenWords)),
            Extension = MostUsed(patterns.Select(pattern => pattern.Extension)),
        };
    }

    /// <summary>The path of a new record's file in the folder.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="title">Its title.</param>
    /// <param name="today">The current day.</param>
    /// <exception cref="ToolException">The title has neither letters nor digits.</exception>
    public string PathOf(int number, string title, DateOnly today)
    {
        var words = WordsOf(title);
        if (words.Length == 0) throw new ToolException($"The title '{title}' has neither letters nor digits, which the name of the file needs.");
        var head = Head.Replace(Number, number.ToString("D" + Digits, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var format in _days.Append("yyyy"))
        {
            head = head.Replace("{" + format + "}", today.ToString(format, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        var name = BeforeWords.Length == 0 ? head : head + BeforeWords + words;
        return Page.Length == 0 ? name + Extension : Path.Combine(name, Page);
    }

    // What has to be the same: not the number of digits, nor the sign between the words.
    private static FileNamePattern? ShapeOf(LogFile file) => OfFile(file) is { } pattern
        ? pattern with { Digits = Math.Min(pattern.Digits, 1), BetweenWords = "", Extension = "" }
        : null;

    private static FileName NameOf(LogFile file) => FileName.Of(file.Content.Path, file.Conventions);

    private static string NameIn(LogFile file) =>
        NameOf(file).IsOfFolder ? Path.GetFileName(Path.GetDirectoryName(file.FilePath)!) : Path.GetFileName(file.FilePath);

    private static FileNamePattern? OfFile(LogFile file)
    {
        var name = NameOf(file);
        var stem = name.IsOfFolder ? NameIn(file) : Path.GetFileNameWithoutExtension(file.FilePath);
        var words = name.Slug;
        var head = stem[..^words.Length].TrimEnd('-', '_', ' ', '.');
        if (HeadOf(head, name) is not var (parts, digits)) return null;
        return new(
            parts,
            name.IsOfFolder ? Path.GetFileName(file.FilePath) : "",
            digits,
            words.Length == 0 ? "" : stem[head.Length..^words.Length],
            words.Select(c => c.ToString()).FirstOrDefault(c => c is "-" or "_" or " ") ?? "-",
            Path.GetExtension(file.FilePath));
    }

    // The days, the year and the number as placeholders. Null if it is not certain what counts up: "1.2", "RED", "2026-01".
    private static (string Head, int Digits)? HeadOf(string head, FileName name)
    {
        var digits = 0;
        var numbers = 0;
        var parts = Part().Replace(head, part =>
        {
            if (part.Groups["day"] is { Success: true, Value: var day } && DayFormatOf(day) is { } format) return "{" + format + "}";
            if (name.Number is null && name.Date is null && numbers == 0 && part.Groups["year"].Success) return Year;
            numbers++;
            digits = part.Length;
            return Number;
        });
        var isMonth = parts.Contains(Year, StringComparison.Ordinal) && digits < 3;
        var isCounted = numbers == 1 && !isMonth;
        return isCounted || (numbers == 0 && parts.Contains("{yyyy", StringComparison.Ordinal) && parts != Year) ? (parts, digits) : null;
    }

    private static string? DayFormatOf(string text) =>
        _days.FirstOrDefault(format => DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    // The words of a title, cut off between words.
    private string WordsOf(string title)
    {
        var words = string.Concat(title.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = 0;
        return string.Join(BetweenWords, words.TakeWhile((word, at) => (length += word.Length + 1) <= LongestWords || at == 0)
            .Select(word => word[..Math.Min(word.Length, LongestWords)]));
    }

    private static T MostUsed<T>(IEnumerable<T> all) => all.GroupBy(one => one).MaxBy(same => same.Count())!.Key;

    [GeneratedRegex(@"(?<day>(?<!\d)(\d{8}|\d{4}[-_.]\d{2}[-_.]\d{2})(?!\d))|(?<year>(?<!\d)(19|20)\d{2}(?=[-_]\d))|\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
