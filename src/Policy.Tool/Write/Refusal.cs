using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>What is said where a record is not edited: the place, and what to write there by hand.</summary>
internal static class Refusal
{
    /// <summary>The refusal of an edit that is not safe.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where.</param>
    /// <param name="why">Why not.</param>
    /// <param name="byHand">What to write there.</param>
    public static ToolException Of(LogFile file, Place place, string why, string byHand) =>
        new($"{file.Content.Path}({place.Line},{place.Column}): {why} Write {byHand} by hand. Nothing was written.");
}
