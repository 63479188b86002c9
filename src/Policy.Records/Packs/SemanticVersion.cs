using System.Globalization;

namespace DecisionPolicies.Records;

/// <summary>Compares versions as SemVer 2.0 orders them: <c>0.1.0-alpha.2</c> comes before <c>0.1.0</c>.</summary>
internal static class SemanticVersion
{
    /// <summary>Whether a version comes after another one. What is not a version comes after none.</summary>
    /// <param name="version">The version.</param>
    /// <param name="other">The other one.</param>
    public static bool IsNewer(string version, string other) =>
        Parts(version) is { } parts && Parts(other) is { } others && Compare(parts, others) > 0;

    private static int Compare((Version Number, string[] Labels) version, (Version Number, string[] Labels) other)
    {
        if (version.Number.CompareTo(other.Number) is var numbers and not 0) return numbers;
        if (version.Labels.Length == 0 || other.Labels.Length == 0) return other.Labels.Length.CompareTo(version.Labels.Length);
        for (var i = 0; i < version.Labels.Length && i < other.Labels.Length; i++)
        {
            if (CompareLabels(version.Labels[i], other.Labels[i]) is var labels and not 0) return labels;
        }
        return version.Labels.Length.CompareTo(other.Labels.Length);
    }

    private static int CompareLabels(string label, string other)
    {
        var (isNumber, isOtherNumber) = (IsNumber(label, out var number), IsNumber(other, out var otherNumber));
        return isNumber && isOtherNumber ? number.CompareTo(otherNumber)
            : isNumber != isOtherNumber ? (isNumber ? -1 : 1)
            : string.CompareOrdinal(label, other);
    }

    private static bool IsNumber(string label, out int number) => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static (Version Number, string[] Labels)? Parts(string text)
    {
        var version = text.Split('+')[0];
        var dash = version.IndexOf('-');
        var number = dash < 0 ? version : version.Substring(0, dash);
        return Version.TryParse(number, out var read) ? (read, dash < 0 ? [] : version.Substring(dash + 1).Split('.')) : null;
    }
}
