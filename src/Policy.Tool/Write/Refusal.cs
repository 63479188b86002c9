using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>The message for a record that is not edited: the place, and what to write there by hand.</summary>
internal static class Refusal
{
    /// <summary>The refusal of an edit that is not safe.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">The place in the file.</param>
    /// <param name="why">The reason.</param>
    /// <param name="byHand">What to write there.</param>
    public static ToolException Of(LogFile file, Place place, string why, string byHand) =>
        new($"{file.Content.Path}({place.Line},{place.Column}): {why} Write {byHand} by hand. Nothing was written.");

    /// <summary>The refusal of an edit of a value in front matter.</summary>
    /// <param name="file">The file.</param>
    /// <param name="entry">The key and its value.</param>
    /// <param name="what">What the value is, as in <c>status</c>.</param>
    /// <param name="byHand">What to write there.</param>
    public static ToolException OfValue(LogFile file, YamlEntry entry, string what, string byHand)
    {
        var why = IsUnreadable(file) ? NoYaml : $"The {what} spans several lines, or is not text.";
        return Of(file, entry.Value.Place, why, byHand);
    }

    /// <summary>Why front matter that was read in part, or not at all, is not edited.</summary>
    public const string NoYaml = "The front matter cannot be read as YAML.";

    /// <summary>Whether front matter was read in part, or not at all.</summary>
    /// <param name="file">The file.</param>
    public static bool IsUnreadable(LogFile file) => file.Content.Faults.Any(fault => fault.Kind == FaultKind.UnreadableFrontMatter);
}
