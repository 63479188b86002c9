namespace DecisionPolicies.Records;

/// <summary>
/// What a record's file name says. The readable forms are <c>0001-slug</c> with any number of digits, <c>ADR-001-slug</c>, <c>adr_0001</c>,
/// <c>ARCH-001-slug</c>, <c>2024-05-31_012-slug</c>, <c>20240531-slug</c> (log4brains) and <c>00NN-slug</c>, whose number is not chosen yet.
/// </summary>
/// <param name="Id">The id that the name gives, or null.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Slug">The words.</param>
/// <param name="Date">The date, or null.</param>
internal sealed record FileName(string? Id, int? Number, string Slug, DateOnly? Date)
{
    private const int LongestNumber = 6;
    private static readonly char[] _separators = ['-', '_', ' ', '.'];
    private static readonly string[] _noRecords = ["readme", "index", "template"];
    private static readonly string[] _ofTemplates = ["adr", "madr", "nygard", "decision", "short", "long", "full", "bare", "minimal", "example"];

    /// <summary>Whether the file is an index, a README or a template rather than a record. A record about templates is a record.</summary>
    public bool IsNoRecord
    {
        get
        {
            var words = Slug.Split(_separators);
            return Number is null or 0 && words.Any(word => IsOneOf(word, _noRecords))
                && words.All(word => IsOneOf(word, _noRecords) || IsOneOf(word, _ofTemplates));
        }
    }

    /// <summary>Whether log4brains named the file: a day without separators, then words.</summary>
    public bool IsLog4brains { get; init; }

    /// <summary>Reads the name of a file.</summary>
    /// <param name="path">The file's path, with forward slashes.</param>
    public static FileName Of(string path)
    {
        var stem = path.Substring(path.LastIndexOf('/') + 1);
        if (stem.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) stem = stem.Substring(0, stem.Length - ".md".Length);

        if (stem.Length > 8 && IsSeparator(stem[8]) && Day.TryParseCompact(stem.Substring(0, 8), out var compact) && compact.Year > 1900)
        {
            return new(stem, null, Words(stem, 8), compact) { IsLog4brains = true };
        }
        if (stem.Length >= 10 && (stem.Length == 10 || IsSeparator(stem[10])) && Day.TryParse(stem.Substring(0, 10), out var day) && day.Year > 1900)
        {
            var rest = stem.Length > 11 ? OfNumbered(stem.Substring(11)) : null;
            return rest is null ? new(stem, null, Words(stem, 10), day) : rest with { Date = day };
        }
        return OfNumbered(stem) ?? OfProvisional(stem) ?? new(null, null, stem, null);
    }

    // An upper-case prefix such as ARCH, or adr in any case; then a number, alone or followed by words.
    private static FileName? OfNumbered(string stem)
    {
        var letters = stem.TakeWhile(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')).Count();
        var prefix = stem.Substring(0, letters);
        if (prefix.Length > 0 && !Is(prefix, "adr") && prefix != prefix.ToUpperInvariant()) return null;
        var start = letters;
        if (letters > 0 && start < stem.Length && IsSeparator(stem[start])) start++;
        else if (letters > 0 && !Is(prefix, "adr")) return null;

        var end = start;
        while (end < stem.Length && stem[end] is >= '0' and <= '9') end++;
        if (end == start || end - start > LongestNumber || (end < stem.Length && !IsSeparator(stem[end]))) return null;
        var digits = stem.Substring(start, end - start);
        return new($"{(prefix.Length == 0 ? "ADR" : prefix.ToUpperInvariant())}-{digits}", int.Parse(digits), Words(stem, end), null);
    }

    private static FileName? OfProvisional(string stem)
    {
        var end = stem.TakeWhile(c => c is 'N' or (>= '0' and <= '9')).Count();
        return end > 1 && stem[end - 1] == 'N' && end < stem.Length && IsSeparator(stem[end]) ? new(stem, null, Words(stem, end), null) : null;
    }

    private static string Words(string stem, int from) => stem.Substring(from).TrimStart(_separators);

    private static bool IsSeparator(char c) => _separators.Contains(c);

    private static bool IsOneOf(string word, string[] words) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
