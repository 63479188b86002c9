namespace DecisionPolicies.Tool;

/// <summary>Counted things in words.</summary>
internal static class Plural
{
    /// <summary>A count and its noun, as in <c>1 file</c> and <c>3 files</c>.</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun in the singular; its plural has an s.</param>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
