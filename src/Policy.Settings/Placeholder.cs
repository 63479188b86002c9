using System.Text;

namespace DecisionPolicies.Settings;

/// <summary>
/// A value that something else fills in before the program sees it: <c>${NAME}</c>, <c>$(NAME)</c>, <c>#{NAME}#</c>, <c>{{ name }}</c>, and
/// as a whole value <c>$NAME</c>, <c>__NAME__</c> and <c>%NAME%</c>. A value that SOPS has encrypted, <c>ENC[…]</c>, is one too.
/// </summary>
internal static class Placeholder
{
    // A default may hold a placeholder with a default, and so on; more is written by nobody. Nor is a longer value.
    private const int MaximalDepth = 8;
    private const int MaximalLength = 4096;

    /// <summary>What is known of a value.</summary>
    /// <param name="value">The value as written.</param>
    /// <returns>
    /// The value with the defaults of its placeholders, as in <c>${NAME:-true}</c>; the value as it is written if only a part of it is a
    /// placeholder without a default; null if all of it is.
    /// </returns>
    public static string? Known(string value)
    {
        if (!CanBeIn(value)) return value;
        return Filled(value, MaximalDepth) ?? (Is(value) ? null : value);
    }

    /// <summary>Whether a value is nothing but placeholders, with or without defaults, so that the program may get any other.</summary>
    /// <param name="value">The value as written.</param>
    public static bool Is(string value)
    {
        if (!CanBeIn(value)) return false;
        for (var at = 0; at < value.Length;)
        {
            if (End(value, at) is not { } end) return false;
            at = end;
        }
        return true;
    }

    private static bool CanBeIn(string value)
    {
        if (value.Length is 0 or > MaximalLength) return false;
        foreach (var c in value)
        {
            if (c is '$' or '#' or '{' or '_' or '%' or '[') return true;
        }
        return false;
    }

    // Null if a placeholder has no default.
    private static string? Filled(string value, int depth)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length;)
        {
            if (End(value, at) is not { } end) text.Append(value[at++]);
            else if (depth > 0 && DefaultOf(value, at, end) is { } otherwise && Filled(otherwise, depth - 1) is { } filled)
            {
                text.Append(filled);
                at = end;
            }
            else return null;
        }
        return text.ToString();
    }

    // The text after the placeholder that begins here; null if none does.
    private static int? End(string value, int at) => value[at] switch
    {
        '$' when Follows(value, at, "${") => Closing(value, at + 1, '{', '}'),
        '$' when Follows(value, at, "$((") => null,
        '$' when Follows(value, at, "$(") => Closing(value, at + 1, '(', ')'),
        '$' when at == 0 && IsName(value, 1, value.Length) => value.Length,
        '#' when Follows(value, at, "#{") && Closing(value, at + 1, '{', '}') is { } end => end < value.Length && value[end] == '#' ? end + 1 : end,
        '{' when Follows(value, at, "{{") => value.IndexOf("}}", at, StringComparison.Ordinal) is > 0 and var end ? end + 2 : null,
        '_' when at == 0 && value.Length > 4 && Follows(value, 0, "__") && value.EndsWith("__", StringComparison.Ordinal)
            && IsName(value, 2, value.Length - 2) => value.Length,
        'E' when at == 0 && Follows(value, 0, "ENC[") && value[value.Length - 1] == ']' => value.Length,
        '%' when at == 0 && value.Length > 2 && value[value.Length - 1] == '%' && IsName(value, 1, value.Length - 1) => value.Length,
        _ => null,
    };

    private static string? DefaultOf(string value, int at, int end)
    {
        if (!Follows(value, at, "${")) return null;
        var name = at + 2;
        while (name < end && IsNameCharacter(value[name])) name++;
        // ${NAME:-text} and ${NAME-text}; ${NAME:?message} and ${NAME:+text} have none.
        if (Follows(value, name, ":-")) return value.Substring(name + 2, end - 1 - name - 2);
        return Follows(value, name, "-") ? value.Substring(name + 1, end - 1 - name - 1) : null;
    }

    private static int? Closing(string value, int open, char opening, char closing)
    {
        var depth = 0;
        for (var at = open; at < value.Length; at++)
        {
            if (value[at] == opening) depth++;
            else if (value[at] == closing && --depth == 0) return at > open + 1 ? at + 1 : null;
        }
        return null;
    }

    private static bool Follows(string value, int at, string text) => string.CompareOrdinal(value, at, text, 0, text.Length) == 0;

    private static bool IsName(string value, int start, int end)
    {
        if (start >= end || char.IsDigit(value[start])) return false;
        for (var at = start; at < end; at++)
        {
            if (!IsNameCharacter(value[at])) return false;
        }
        return true;
    }

    private static bool IsNameCharacter(char c) => c is '_' or '.' || char.IsLetterOrDigit(c);
}
