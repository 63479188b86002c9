using System.Text;

namespace DecisionPolicies.Records;

/// <summary>What a record's file name says: <c>0001-no-dcr.md</c> is number 0001, slug <c>no-dcr</c>.</summary>
/// <param name="Number">The digits as they stand; empty where there are none.</param>
/// <param name="Slug">What follows the number.</param>
internal readonly record struct FileName(string Number, string Slug)
{
    private static readonly char[] _separators = ['-', '_', ' ', '.'];

    /// <summary>Whether the file is an index, a README or a template, which are no records. A numbered record about templates is one.</summary>
    public bool IsNoRecord =>
        Number.All(digit => digit == '0')
        && Slug.Split(_separators).Any(word => Is(word, "template") || Is(word, "readme") || Is(word, "index"));

    public static FileName Of(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) name = name.Substring(0, name.Length - ".md".Length);
        if (StartsWithAdr(name)) name = name.Substring("adr".Length).TrimStart(_separators);
        var digits = new string([.. name.TakeWhile(c => c is >= '0' and <= '9')]);
        return new(digits, name.Substring(digits.Length).TrimStart(_separators));
    }

    /// <summary>The slug as a C# name: <c>no-dcr</c> is <c>NoDcr</c>.</summary>
    public string ToPascalCase()
    {
        var name = new StringBuilder();
        var startsWord = true;
        // Halves of characters cannot be normalized, and are no letters either.
        var letters = string.Concat(Slug.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormC);
        foreach (var c in letters)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }
            if (name.Length == 0 && char.IsDigit(c)) name.Append('_');
            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }
        return name.ToString();
    }

    private static bool StartsWithAdr(string name) =>
        name.Length > 3 && Is(name.Substring(0, 3), "adr") && (_separators.Contains(name[3]) || char.IsDigit(name[3]));

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
