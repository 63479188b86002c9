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
}
