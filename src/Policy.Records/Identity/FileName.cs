namespace DecisionPolicies.Records;

/// <summary>
/// What a record's file name says. The readable forms are <c>0001-slug</c> with any number of digits, <c>ADR-001-slug</c>, <c>adr_0001</c>,
/// <c>ARCH-001-slug</c>, <c>ADR-BE-013-slug</c>, <c>D025-slug</c>, <c>2024-05-31_012-slug</c>, <c>20240531-slug</c> (log4brains),
/// <c>2024-001-slug</c>, <c>1.2-slug</c> and <c>00NN-slug</c>, whose number is not chosen yet. A folder per record has its name:
/// <c>0001-slug/README.md</c>.
/// </summary>
/// <param name="Id">The id that the name gives, or null.</param>
/// <param name="Number">The number, or null. A year or a version is not a number.</param>
/// <param name="Slug">The words.</param>
/// <param name="Date">The date, or null.</param>
internal sealed record FileName(string? Id, int? Number, string Slug, DateOnly? Date)
{
    private const int LongestNumber = 6;
    private const int MostLetters = 5;
    private static readonly char[] _separators = ['-', '_', ' ', '.'];
    private static readonly char[] _marks = ['#', '(', '['];
    private static readonly string[] _pages = ["readme", "index"];

    // Pages beside the records. A record about one of these has a number, or other words in its name.
    private static readonly string[] _noRecords =
        ["readme", "index", "template", "agents", "claude", "gemini", "copilot", "summary", "changelog", "glossary", "toc", "contents", "log", "home", "list",
            "about", "contributing", "license", "how"];

    private static readonly string[] _ofTemplates =
        ["adr", "adrs", "madr", "nygard", "decision", "decisions", "record", "records", "architecture", "short", "long", "full", "bare", "minimal", "example",
            "de", "en", "es", "fr", "it", "ja", "pt", "zh", "v1", "v2", "v3", "to", "write"];

    private static readonly string[] _folders = ["template", "templates", "attachment", "attachments", "assets", "image", "images", "img", "media", "diagrams"];

    // A prefix that may be in lower case, and stand before its number without a sign between.
    private static readonly string[] _usualPrefixes = ["adr", "ad", "d", "dr", "decision"];

    /// <summary>Whether the file is a page beside the records, by its name or by its folder. A record about templates is a record.</summary>
    public bool IsNoRecord
    {
        get
        {
            if (IsInFolderOfPages) return Number is null or 0;
            var words = Slug.Split(_separators, StringSplitOptions.RemoveEmptyEntries);
            return Number is null or 0 && words.Any(word => IsOneOf(word, _noRecords))
                && words.All(word => IsOneOf(word, _noRecords) || IsOneOf(word, _ofTemplates) || word.All(char.IsDigit));
        }
    }

    /// <summary>Whether the file is a template, by its name or by its folder.</summary>
    public bool IsTemplate => IsNoRecord && (IsInFolderOfTemplates || Slug.Split(_separators).Any(word => Is(word, "template")));

    /// <summary>Whether the file is the page of a record that has a folder of its own.</summary>
    public bool IsOfFolder { get; private init; }

    /// <summary>Whether log4brains named the file: a day without separators, then words.</summary>
    public bool IsLog4brains { get; init; }

    /// <summary>The letters at the start of a name such as <c>RED-recoverable-errors</c>, which are the id of a record that states a status; or null.</summary>
    public string? Letters { get; init; }

    // A template in "templates", or a page in the folder of a record's attachments.
    private bool IsInFolderOfPages { get; init; }

    private bool IsInFolderOfTemplates { get; init; }

    /// <summary>The name of a file that can be a record, without its folder and extension; null for another file.</summary>
    /// <param name="path">The file's path, with forward slashes.</param>
    public static string? StemOf(string path)
    {
        var extension = UsualFolders.Extensions.FirstOrDefault(each => path.EndsWith(each, StringComparison.OrdinalIgnoreCase));
        var start = path.LastIndexOf('/') + 1;
        return extension is null ? null : path.Substring(start, path.Length - extension.Length - start);
    }

    /// <summary>Reads the name of a file, or an id.</summary>
    /// <param name="path">The file's path, with forward slashes.</param>
    public static FileName Of(string path) => Of(path, RecordConventions.None);

    /// <summary>Reads the name of a file in a repository with conventions of its own.</summary>
    /// <param name="path">The file's path, with forward slashes.</param>
    /// <param name="conventions">The conventions of its folder.</param>
    public static FileName Of(string path, RecordConventions conventions)
    {
        var slash = path.LastIndexOf('/');
        var stem = StemOf(path) ?? path.Substring(slash + 1);
        var own = OfStem(stem, conventions);
        if (slash <= 0) return own;
        var folder = path.Substring(path.LastIndexOf('/', slash - 1) + 1, slash - path.LastIndexOf('/', slash - 1) - 1);
        var isPage = own.Id is null && IsOneOf(stem, _pages);
        // A number 0 is that of a template.
        if (own.Id is not null && own.Number != 0) return own;
        // "2022" is a folder of records of that year.
        if (OfStem(folder, conventions) is { Id: not null, Slug.Length: > 0, Number: not (>= 1900 and <= 2100) } record)
        {
            return isPage ? record with { IsOfFolder = true } : own with { IsInFolderOfPages = true };
        }
        return IsOneOf(folder, _folders)
            ? own with { IsInFolderOfPages = true, IsInFolderOfTemplates = folder.StartsWith("template", StringComparison.OrdinalIgnoreCase) }
            : own;
    }

    private static FileName OfStem(string stem, RecordConventions conventions)
    {
        foreach (var scheme in conventions.IdSchemes)
        {
            if (scheme.LengthIn(stem, out var own) is var length and > 0) return new(stem.Substring(0, length), own, Words(stem, length), null);
        }
        if (stem.Length > 8 && IsSeparator(stem[8]) && Day.TryParseCompact(stem.Substring(0, 8), out var compact) && compact.Year > 1900)
        {
            return new(stem, null, Words(stem, 8), compact) { IsLog4brains = true };
        }
        if (stem.Length >= 10 && (stem.Length == 10 || IsSeparator(stem[10])) && stem[0] is >= '0' and <= '9' && stem[4] is '-' or '_' or '.'
            && Day.TryParse(stem.Substring(0, 10).Replace('_', '-'), out var day) && day.Year > 1900)
        {
            var rest = stem.Length > 11 ? OfNumbered(stem.Substring(11)) : null;
            return rest is null ? new(stem, null, Words(stem, 10), day) : rest with { Date = day };
        }
        return OfNumbered(stem.TrimStart(_marks)) ?? OfProvisional(stem) ?? OfWords(stem);
    }

    // Letters in one or several parts, then a number, alone or followed by words.
    private static FileName? OfNumbered(string stem)
    {
        if (OfYearOrVersion(stem) is { } other) return other;
        if (PrefixOf(stem) is not { } prefix) return null;
        var start = prefix.Length;
        var end = start;
        while (end < stem.Length && stem[end] is >= '0' and <= '9') end++;
        var digits = stem.Substring(start, end - start);
        var isDay = digits.Length == 8 && start > 0 && Day.TryParseCompact(digits, out _);
        if (end == start || (end - start > LongestNumber && !isDay)) return null;
        // "0040a"
        if (end + 1 < stem.Length && stem[end] is >= 'a' and <= 'z' && IsSeparator(stem[end + 1])) digits += stem[end++];
        if (end < stem.Length && !IsSeparator(stem[end]) && stem[end] is not (']' or ')')) return null;
        var letters = prefix.TrimEnd(_separators);
        var series = letters.Length == 0 || Is(letters, "adr") ? "ADR" : letters.IndexOfAny(_separators) < 0 ? letters.ToUpperInvariant() : letters;
        // "D025" is written as it is, "adr7" is ADR-7.
        var sign = letters.Length > 0 && letters.Length == prefix.Length && series != "ADR" ? "" : "-";
        var number = digits.Length > LongestNumber || !int.TryParse(digits, out var read) ? default(int?) : read;
        return new(series + sign + digits, number, Words(stem, end).TrimStart(']', ')').TrimStart(_separators), DayOf(digits, isDay));
    }

    private static DateOnly? DayOf(string digits, bool isDay) => isDay && Day.TryParseCompact(digits, out var day) ? day : null;

    // The letters before a number, with the sign after them; null if they do not name a series.
    private static string? PrefixOf(string stem)
    {
        var parts = new List<string>();
        var at = 0;
        while (at < stem.Length && IsLetter(stem[at]))
        {
            var start = at;
            while (at < stem.Length && IsLetter(stem[at])) at++;
            parts.Add(stem.Substring(start, at - start));
            if (at < stem.Length && IsSeparator(stem[at])) at++;
            else if (at < stem.Length && !IsOneOf(parts[parts.Count - 1], _usualPrefixes)) return null;
        }
        if (parts.Count == 0) return "";
        var isSeries = parts.Count == 1
            ? IsOneOf(parts[0], _usualPrefixes) || IsUpper(parts[0])
            : IsUpper(parts[0]) && (parts.TrueForAll(IsUpper) || parts.Exists(part => Is(part, "adr")));
        return isSeries ? stem.Substring(0, at) : null;
    }

    // "2024-001-x", "2026-01-x" and "1.2-x": the number is not at the start.
    private static FileName? OfYearOrVersion(string stem)
    {
        var first = DigitsAt(stem, 0);
        if (first == 0 || first + 1 >= stem.Length) return null;
        var second = DigitsAt(stem, first + 1);
        var end = first + 1 + second;
        if (second == 0 || (end < stem.Length && !IsSeparator(stem[end]))) return null;
        var isYear = IsYear(stem) && stem[first] is '-' or '_' && second <= LongestNumber;
        var isVersion = stem[first] == '.' && first <= 3 && second <= 3;
        if (!isYear && !isVersion) return null;
        while (isVersion && end + 1 < stem.Length && stem[end] == '.' && DigitsAt(stem, end + 1) is var more and > 0) end += 1 + more;
        return new(stem.Substring(0, end), null, Words(stem, end), null);
    }

    private static int DigitsAt(string stem, int at)
    {
        var end = at;
        while (end < stem.Length && stem[end] is >= '0' and <= '9') end++;
        return end - at;
    }

    private static bool IsYear(string stem) => DigitsAt(stem, 0) == 4 && (stem[0], stem[1]) is ('1', '9') or ('2', '0');

    private static FileName? OfProvisional(string stem)
    {
        var end = stem.TakeWhile(c => c is 'N' or 'X' or (>= '0' and <= '9')).Count();
        return end > 1 && stem[end - 1] is 'N' or 'X' && end < stem.Length && IsSeparator(stem[end]) ? new(stem, null, Words(stem, end), null) : null;
    }

    private static FileName OfWords(string stem)
    {
        var end = stem.TakeWhile(c => c is >= 'A' and <= 'Z').Count();
        return end is > 1 and <= MostLetters && end + 1 < stem.Length && stem[end] is '-' or '_'
            ? new(null, null, Words(stem, end), null) { Letters = stem.Substring(0, end) }
            : new(null, null, stem, null);
    }

    private static string Words(string stem, int from) => stem.Substring(from).TrimStart(_separators);

    private static bool IsLetter(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool IsUpper(string word) => word == word.ToUpperInvariant();

    private static bool IsSeparator(char c) => _separators.Contains(c);

    private static bool IsOneOf(string word, string[] words) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
