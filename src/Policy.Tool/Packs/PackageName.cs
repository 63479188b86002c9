using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Packs;

/// <summary>The names that NuGet accepts for packages and their versions.</summary>
internal static partial class PackageName
{
    private const int Longest = 100;
    private const string Number = "(0|[1-9][0-9]{0,8})";
    private const string Labels = @"[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*";

    /// <summary>Whether a text is an id of a package.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string text) => text.Length <= Longest && Id().IsMatch(text);

    /// <summary>Whether a text is a version as NuGet writes it, with three numbers at least, and without zeros that say nothing.</summary>
    /// <param name="text">The text.</param>
    public static bool IsVersion(string text) => text.Length <= Longest && Version().IsMatch(text);

    [GeneratedRegex(@"\A\w+([.-]\w+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(
        @"\A" + Number + @"\." + Number + @"\." + Number + @"(\.[1-9][0-9]{0,8})?(-" + Labels + @")?(\+" + Labels + @")?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
