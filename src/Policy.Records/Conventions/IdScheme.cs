namespace DecisionPolicies.Records;

/// <summary>
/// A form of ids at the start of file names. <c>{number}</c> is a number, <c>{year}</c> four digits, and <c>{letters}</c> letters; everything
/// else is itself, in upper or lower case: <c>RFC-{number}</c>, <c>{letters}{year}-{number}</c>.
/// </summary>
/// <param name="Text">The form.</param>
internal sealed record IdScheme(string Text)
{
    private const string Number = "{number}";
    private const string Year = "{year}";
    private const string Letters = "{letters}";
    private const int LongestNumber = 9;

    /// <summary>Whether a text is such a form: it has one number, and no other brace.</summary>
    /// <param name="text">The text.</param>
    public static bool IsScheme(string text)
    {
        var rest = text.Replace(Year, "0").Replace(Letters, "A");
        var number = rest.IndexOf(Number, StringComparison.Ordinal);
        if (number < 0) return false;
        rest = rest.Remove(number, Number.Length);
        return rest.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' or '#');
    }

    /// <summary>The length of the id at the start of a file name; 0 if it does not have this form.</summary>
    /// <param name="name">The name, without the extension.</param>
    /// <param name="number">The number in it; null beside a year, because it starts anew with each.</param>
    public int LengthIn(string name, out int? number)
    {
        number = null;
        var at = 0;
        for (var i = 0; i < Text.Length;)
        {
            var start = at;
            if (Is(Number, i))
            {
                while (at < name.Length && name[at] is >= '0' and <= '9') at++;
                if (at - start is 0 or > LongestNumber) return 0;
                number = int.Parse(name.Substring(start, at - start));
                i += Number.Length;
            }
            else if (Is(Year, i))
            {
                while (at < name.Length && at - start < 4 && name[at] is >= '0' and <= '9') at++;
                if (at - start < 4) return 0;
                i += Year.Length;
            }
            else if (Is(Letters, i))
            {
                while (at < name.Length && char.IsLetter(name[at])) at++;
                if (at == start) return 0;
                i += Letters.Length;
            }
            else if (at == name.Length || char.ToUpperInvariant(name[at++]) != char.ToUpperInvariant(Text[i++])) return 0;
        }
        if (Text.Contains(Year)) number = null;
        return at == name.Length || !char.IsLetterOrDigit(name[at]) ? at : 0;
    }

    private bool Is(string placeholder, int at) => string.CompareOrdinal(Text, at, placeholder, 0, placeholder.Length) == 0;
}
