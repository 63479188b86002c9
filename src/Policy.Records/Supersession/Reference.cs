namespace DecisionPolicies.Records;

/// <summary>How one record names another: <c>ADR-0005</c>, <c>5</c>, <c>[ADR-0005](0005-example.md)</c>, <c>ADR-167#4</c>.</summary>
internal static class Reference
{
    private static readonly string[] _nothing = ["", "-", "--", "\u2013", "\u2014", "none", "n/a", "na", "null", "nil", "no", "nothing", "~", "tbd"];
    private static readonly string[] _between = [",", ";", "&", " and "];

    /// <summary>The references in a text, as they are written; for a Markdown link, the id of its target file.</summary>
    /// <param name="text">One or several references.</param>
    public static IEnumerable<string> AllIn(string text) => Split(text, _between).Select(IdOf).Where(id => !IsNone(id));

    /// <summary>Whether a text says that there is nothing to name.</summary>
    /// <param name="text">The text.</param>
    public static bool IsNone(string text) => _nothing.Contains(text.Trim().TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a reference means a page outside of the records: a URL, or a path that does not give an id.</summary>
    /// <param name="reference">The reference.</param>
    public static bool IsExternal(string reference) => reference.Contains("://") || IsPacked(reference)
        || (reference.Contains('/') && FileName.Of(reference.Split('#')[0]).Id is null);

    /// <summary>Whether a reference has the form of a packed decision's id, as in <c>Contoso.Decisions/ADR-0001</c>.</summary>
    /// <param name="reference">The reference.</param>
    public static bool IsPacked(string reference)
    {
        var slash = reference.IndexOf('/');
        return slash > 2 && slash == reference.LastIndexOf('/') && slash < reference.Length - 1
            && reference.LastIndexOf('.', slash) is var dot and > 0 && dot < slash - 1 && reference.IndexOf('.', slash) < 0
            && !reference.Any(char.IsWhiteSpace);
    }

    /// <summary>The references in a sentence, which may contain other words as well.</summary>
    /// <param name="prose">The sentence.</param>
    public static IEnumerable<string> AllInProse(string prose) =>
        AllIn(prose)
            .Select(reference => IsExternal(reference) ? reference : reference.Split(':')[0].Trim())
            .Where(reference => reference.Length > 0 && (reference.Any(char.IsDigit) || !reference.Any(char.IsWhiteSpace)));

    /// <summary>The parts of a text between separators. A separator inside a Markdown link does not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separators">The separators.</param>
    public static IEnumerable<string> Split(string text, params string[] separators)
    {
        var start = 0;
        // No link begins after this index. Without it, every bracket would search to the end of the text.
        var lastLink = text.LastIndexOf(')') is var close and > 0 ? text.LastIndexOf("](", close, StringComparison.Ordinal) : -1;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '[' && at < lastLink)
            {
                at = EndOfLink(text, at);
                continue;
            }
            var separator = separators.FirstOrDefault(s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0);
            if (separator is null)
            {
                at++;
                continue;
            }
            yield return text.Substring(start, at - start);
            start = at += separator.Length;
        }
        yield return text.Substring(start);
    }

    /// <summary>
    /// The form in which references and ids are compared: without leading zeros, in upper case and without the part after
    /// <c>#</c>, so that <c>adr-7#2</c> means <c>ADR-0007</c>.
    /// </summary>
    /// <param name="reference">A reference or an id.</param>
    public static string Canonical(string reference)
    {
        // The number of a record elsewhere says nothing about the records here.
        if (reference.Contains("://") || IsPacked(reference)) return reference;
        var whole = reference.Split('#')[0].Trim().ToUpperInvariant();
        return FileName.Of(whole) switch
        {
            { Id: { } id, Number: { } number } => id.Substring(0, id.LastIndexOf('-') + 1) + number,
            { Id: { } id } => id.ToUpperInvariant(),
            _ => whole,
        };
    }

    // The place after [label](target).
    private static int EndOfLink(string text, int start) =>
        text.IndexOf(')', text.IndexOf("](", start, StringComparison.Ordinal)) + 1;

    private static string IdOf(string reference)
    {
        var trimmed = reference.Trim().TrimEnd('.');
        var label = trimmed.IndexOf("](", StringComparison.Ordinal);
        if (trimmed.StartsWith("[", StringComparison.Ordinal) && label > 0)
        {
            var target = trimmed.Substring(label + 2).Split(')', '#')[0];
            var name = trimmed.Substring(1, label - 1);
            if (target.Contains("://")) return FileName.Of(name).Id is null ? target : name;
            return FileName.Of(target).Id ?? FileName.StemOf(target) ?? name;
        }
        var plain = trimmed.Trim('[', ']');
        if (IsPacked(plain)) return plain;
        return plain.Contains('/') && !plain.Contains("://") ? FileName.Of(plain.Split('#')[0]).Id ?? plain : plain;
    }
}
