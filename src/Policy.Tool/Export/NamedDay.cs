namespace DecisionPolicies.Tool.Export;

/// <summary>A day that the user names with <c>--as-of</c>.</summary>
internal static class NamedDay
{
    /// <summary>Reads the day.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ToolException">It is not a day.</exception>
    public static DateOnly Of(string text) =>
        Day.TryParse(text, out var day) ? day : throw new ToolException($"'{text}' is not a date. Write it as in '--as-of 2026-11-30'.");
}
