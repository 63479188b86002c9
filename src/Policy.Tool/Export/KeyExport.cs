using System.Text;

namespace DecisionPolicies.Tool.Export;

/// <summary>Exports the keys of rules.</summary>
internal static class KeyExport
{
    private const string AnySegment = "*";
    private const string AnySegments = "**";

    /// <summary>Why a key cannot be exported; null if it can.</summary>
    /// <param name="key">The key.</param>
    public static NotExported? FaultOf(string key) => Ascii.IsValid(key)
        ? null
        : new($"The key '{key}' has characters other than those of ASCII, and engines differ in what their upper and lower case are.");

    /// <summary>A single key, or a literal part of one, as the form holds it.</summary>
    /// <param name="key">The key, as in <c>Gateway:Mock</c>.</param>
    public static string Literal(string key) => ":" + key.ToLowerInvariant();

    /// <summary>Exports the keys that a rule applies to.</summary>
    /// <param name="key">The pattern.</param>
    public static ExportedKey Of(KeyPattern key)
    {
        var segments = key.Text.Split(':');
        var any = Array.IndexOf(segments, AnySegments);
        var stars = segments.Select((segment, index) => (segment, index)).Where(each => each.segment == AnySegment)
            .Select(each => any >= 0 && each.index > any ? each.index - segments.Length : each.index + 1);
        return new(key.Text, key.IsExact ? Literal(key.Text) : null, Reaches(segments, any).ToValueList(), stars.ToValueList());
    }

    /// <summary>Exports the keys that a rule does not apply to.</summary>
    /// <param name="key">The pattern.</param>
    public static string Excepted(KeyPattern key) => Expression.OfKey(key.Text.Split(':'));

    /// <summary>Exports the key of a precondition.</summary>
    /// <param name="key">The pattern.</param>
    /// <param name="tests">The tests on its value.</param>
    public static ExportedPrecondition Of(KeyPattern key, ValueList<ExportedTest> tests)
    {
        if (key.HasAnySegments) return new(tests) { Any = Of(key) };
        // An index is looked for in each of its spellings, as the keys of a rule are.
        var segments = key.Text.Split(':');
        return new(tests) { Parts = Parts(segments).ToValueList() };
    }

    /// <summary>Whether a key has the index of a list, which .NET reads in several spellings.</summary>
    /// <param name="key">The pattern.</param>
    public static bool HasIndex(KeyPattern key) => key.Text.Split(':').Any(IsIndex);

    // What follows the last wildcard need not exist. An index is looked for in every spelling that exists, each of which is like a wildcard.
    private static IEnumerable<ExportedReach> Reaches(string[] segments, int any)
    {
        if (any >= 0)
        {
            yield return Reach(segments, segments.Length);
            yield break;
        }
        var star = Array.LastIndexOf(segments, AnySegment);
        if (star >= 0) yield return Reach(segments, star + 1);
        for (var i = star + 1; i < segments.Length; i++)
        {
            if (IsIndex(segments[i])) yield return Reach(segments, i + 1);
        }
    }

    private static ExportedReach Reach(string[] segments, int length)
    {
        var literal = segments.Take(length).TakeWhile(segment => segment is not (AnySegment or AnySegments) && !IsIndex(segment));
        var tail = string.Concat(segments.Skip(length).Select(segment => ":" + segment));
        return new(
            string.Concat(literal.Select(segment => ":" + segment.ToLowerInvariant())),
            Expression.OfKey(segments.Take(length)),
            tail.ToLowerInvariant(),
            tail);
    }

    private static IEnumerable<string> Parts(string[] segments)
    {
        var part = "";
        foreach (var segment in segments)
        {
            if (segment == AnySegment)
            {
                yield return part + ":";
                part = "";
            }
            else part += ":" + segment.ToLowerInvariant();
        }
        yield return part;
    }

    private static bool IsIndex(string segment) => segment.All(char.IsAsciiDigit);
}
