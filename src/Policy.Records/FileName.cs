using System.Text;

namespace DecisionPolicies.Records;

/// <summary>What a record's file name says: <c>0001-no-dcr.md</c> is number 0001, slug <c>no-dcr</c>.</summary>
/// <param name="Number">The digits as they stand; empty where there are none.</param>
/// <param name="Slug">What follows the number.</param>
internal readonly record struct FileName(string Number, string Slug)
{
    private static readonly string[] _noRecords = ["readme", "index", "template", "adr-template", "0000-template"];

    /// <summary>Whether a file is an index, a README or a template, which are no records.</summary>
    public static bool IsNoRecord(string path) =>
        _noRecords.Contains(System.IO.Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    public static FileName Of(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (name.StartsWith("adr", StringComparison.OrdinalIgnoreCase)) name = name.Substring(3).TrimStart('-', '_');
        var digits = new string([.. name.TakeWhile(c => c is >= '0' and <= '9')]);
        return new(digits, name.Substring(digits.Length).TrimStart('-', '_', ' '));
    }

    /// <summary>The slug as a C# name: <c>no-dcr</c> is <c>NoDcr</c>.</summary>
    public string ToPascalCase()
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in Slug.Normalize(NormalizationForm.FormC))
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
}
