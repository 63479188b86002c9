using System.Collections.Concurrent;
using System.Text;

namespace DecisionPolicies.Tool.Export;

/// <summary>
/// Writes regular expressions that .NET, RE2 (Go, WebAssembly) and CEL read alike: literal characters, classes that list what they match, groups,
/// <c>*</c>, <c>+</c>, <c>?</c> and <c>|</c>. Case and white space are written out, because engines differ in what <c>(?i)</c> and <c>\s</c> mean.
/// </summary>
internal static class Expression
{
    private const string Signs = @"\.+*?()|[]{}^$";
    private const string InSegment = "[^/]*";
    private const string AnySegments = "**";

    private static readonly Lazy<ILookup<char, char>> _byUpper = new(() => Enumerable.Range(1, char.MaxValue).Select(c => (char)c)
        .Where(c => !char.IsSurrogate(c)).ToLookup(char.ToUpperInvariant));

    private static readonly ConcurrentDictionary<char, string> _cased = new();

    /// <summary>A letter that is an s in another case in a pattern of paths, but only on systems with ICU, and never in other text.</summary>
    public const char LongS = '\u017F';

    /// <summary>Whether every engine counts the characters of a text alike.</summary>
    /// <param name="text">The text.</param>
    public static bool CanHold(string text) => !text.Any(char.IsSurrogate) && !text.Contains('\0', StringComparison.Ordinal);

    /// <summary>One of several expressions.</summary>
    /// <param name="expressions">The expressions; at least one.</param>
    public static string AnyOf(IReadOnlyCollection<string> expressions) =>
        expressions.Count == 1 ? expressions.First() : $"(?:{string.Join('|', expressions)})";

    /// <summary>A text, whatever its case, as the engine compares literals.</summary>
    /// <param name="text">The text.</param>
    public static string OfText(string text) => string.Concat(text.Select(Cased));

    /// <summary>A key that a pattern matches, in lower case and with a colon before each segment.</summary>
    /// <param name="segments">The segments of the pattern.</param>
    public static string OfKey(IEnumerable<string> segments) => string.Concat(segments.Select(segment => segment switch
    {
        AnySegments => "(?::[^:]*)*",
        "*" => ":[^:]*",
        _ when segment.All(char.IsAsciiDigit) => ":0*" + Index(segment),
        _ => ":" + string.Concat(segment.ToLowerInvariant().Select(Literal)),
    }));

    /// <summary>A path that a glob matches, without a slash at its end unless that is all of it.</summary>
    /// <param name="glob">The glob, which has no <c>?</c>.</param>
    public static string OfPath(Glob glob)
    {
        var pattern = glob.Pattern.Length > 1 && glob.Pattern[^1] == '/' ? glob.Pattern[..^1] : glob.Pattern;
        var segments = pattern.Split('/');
        var first = Array.FindIndex(segments, segment => segment != AnySegments);
        if (first < 0) return InSegment + "(?:/[^/]*)*";
        var expression = new StringBuilder(first > 0 ? "(?:[^/]*/)*" : "");
        for (var i = first; i < segments.Length; i++)
        {
            if (segments[i] == AnySegments)
            {
                if (segments[i - 1] != AnySegments) expression.Append("(?:/[^/]*)*");
                continue;
            }
            if (i > first) expression.Append('/');
            expression.Append(OfSegment(segments[i]));
        }
        return expression.ToString();
    }

    private static StringBuilder OfSegment(string segment)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '*') expression.Append(Cased(segment[i]));
            else if (i == 0 || segment[i - 1] != '*') expression.Append(InSegment);
        }
        return expression;
    }

    // .NET reads 0, 00 and 000 as one element of a list.
    private static string Index(string digits) => digits.TrimStart('0') is { Length: > 0 } number ? number : "0";

    private static string Cased(char c) =>
        _cased.GetOrAdd(c, static c => Class(c, _byUpper.Value[char.ToUpperInvariant(c)].Where(other => AreSame(c, other))));

    private static string Class(char c, IEnumerable<char> same) => same.ToList() is { Count: > 1 } several ? $"[{string.Concat(several)}]" : Literal(c);

    private static string Literal(char c) => c < ' ' ? $@"\x{(int)c:X2}" : Signs.Contains(c, StringComparison.Ordinal) ? $@"\{c}" : c.ToString();

    private static bool AreSame(char a, char b) => MemoryExtensions.Equals([a], [b], StringComparison.OrdinalIgnoreCase);
}
