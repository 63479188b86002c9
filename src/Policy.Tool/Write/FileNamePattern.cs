using System.Globalization;
using System.Text.RegularExpressions;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>How the records of a folder are named, so that a new one is named like them.</summary>
/// <param name="DayFormat">The format of the date at the start, as in <c>yyyyMMdd</c>; empty for none.</param>
/// <param name="Prefix">The text before the number, as in <c>ADR-</c>.</param>
/// <param name="Digits">The minimum number of digits; 0 for no number, as in log4brains.</param>
/// <param name="BeforeWords">The text before the words, as in <c>-</c>; empty if there are no words.</param>
/// <param name="BetweenWords">The text between words.</param>
internal sealed partial record FileNamePattern(string DayFormat, string Prefix, int Digits, string BeforeWords, string BetweenWords)
{
    private const int LongestWords = 60;

    private static readonly FileNamePattern _usual = new("", "", 4, "-", "-");

    /// <summary>
    /// The pattern that most records follow, with preference for that of the last record; <c>0001-some-words</c> if there are no
    /// records.
    /// </summary>
    /// <param name="files">The files in the folder.</param>
    public static FileNamePattern Of(IEnumerable<LogFile> files)
    {
        var patterns = files.Where(file => file.Content is { IsSkipped: false } content && FileName.Of(content.Path).Id is not null)
            .Select(file => OfStem(Path.GetFileNameWithoutExtension(file.FilePath))).OfType<FileNamePattern>().Reverse().ToList();
        if (patterns.Count == 0) return _usual;
        var shape = MostUsed(patterns.Select(pattern => pattern with { Digits = Math.Min(pattern.Digits, 1), BetweenWords = "" }));
        var alike = patterns.Where(pattern => pattern with { Digits = shape.Digits, BetweenWords = "" } == shape).ToList();
        return shape with
        {
            Digits = MostUsed(alike.Select(pattern => pattern.Digits)),
            BetweenWords = MostUsed(alike.Select(pattern => pattern.BetweenWords))
        };
    }

    /// <summary>The name of a new record's file.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="title">Its title.</param>
    /// <param name="today">The current day.</param>
    /// <exception cref="ToolException">The title has neither letters nor digits.</exception>
    public string Name(int number, string title, DateOnly today)
    {
        var words = WordsOf(title);
        if (words.Length == 0) throw new ToolException($"The title '{title}' has neither letters nor digits, which the name of the file needs.");
        var day = DayFormat.Length == 0 ? "" : today.ToString(DayFormat, CultureInfo.InvariantCulture);
        var numbered = Digits == 0 ? "" : Prefix + number.ToString("D" + Digits, CultureInfo.InvariantCulture);
        var between = day.Length > 0 && numbered.Length > 0 ? "_" : "";
        return $"{day}{between}{numbered}{(BeforeWords.Length == 0 ? "" : BeforeWords + words)}.md";
    }

    private static FileNamePattern? OfStem(string stem)
    {
        if (Stem().Match(stem) is not { Success: true, Groups: var parts } || (parts["day"].Length == 0 && parts["digits"].Length == 0)) return null;
        var words = parts["words"].Value;
        var between = words.Select(c => c.ToString()).FirstOrDefault(c => c is "-" or "_" or " ") ?? "-";
        return new(
            parts["day"].Length switch { 8 => "yyyyMMdd", 10 => "yyyy-MM-dd", _ => "" },
            parts["prefix"].Value,
            parts["digits"].Length,
            words.Length == 0 ? "" : parts[parts["digits"].Length == 0 ? "afterday" : "before"].Value,
            between);
    }

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

    // As FileName reads them: only adr may be in lower case.
    [GeneratedRegex(@"^((?<day>\d{8}|\d{4}-\d{2}-\d{2})(?<afterday>[-_ .]))?"
        + @"((?<prefix>[Aa][Dd][Rr][-_ .]?|[A-Z]+[-_ .])?(?<digits>\d{1,6})(?![^-_ .]))?(?<before>[-_ .]+)?(?<words>.*)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Stem();
}
