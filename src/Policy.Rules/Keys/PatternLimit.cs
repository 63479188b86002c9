using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>The limits of keys and patterns. What a rule costs is bounded by them, and so is how deep anything is searched.</summary>
internal static class PatternLimit
{
    /// <summary>The maximum length of a key, of a pattern and of any other subject of a rule, in characters.</summary>
    public const int Characters = 1024;

    /// <summary>The maximum number of segments of a key or a pattern.</summary>
    public const int Segments = 64;

    /// <summary>Why a text exceeds a limit, as a sentence that does not repeat it; null if it does not.</summary>
    /// <param name="what">What it is, as in <c>key</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="separator">What separates its segments.</param>
    public static string? FaultOf(string what, string text, char separator)
    {
        if (FaultOf(what, text) is { } fault) return fault;
        var segments = 1;
        foreach (var c in text)
        {
            if (c == separator) segments++;
        }
        return segments > Segments ? $"The {what} has {segments} segments. The limit is {Segments}." : null;
    }

    /// <summary>Why a text is too long, as a sentence that does not repeat it; null if it is not.</summary>
    /// <param name="what">What it is, as in <c>symbol</c>.</param>
    /// <param name="text">The text.</param>
    public static string? FaultOf(string what, string text) => text.Length > Characters
        ? $"The {what} is {text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters long. The limit is 1,024."
        : null;
}
