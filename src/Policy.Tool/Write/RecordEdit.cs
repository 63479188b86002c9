using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>A record's file and its new text.</summary>
/// <param name="File">The file before the edit.</param>
/// <param name="Text">The new text.</param>
internal sealed record RecordEdit(LogFile File, string Text)
{
    /// <summary>An edit that changes in the record what was intended, and nothing else.</summary>
    /// <param name="file">The file before the edit.</param>
    /// <param name="edited">The new text.</param>
    /// <param name="meant">The intended decision, from the decision before the edit and the one that is read after it.</param>
    /// <param name="byHand">What to write by hand if the reader reads something else.</param>
    /// <exception cref="ToolException">The reader reads something else.</exception>
    public static RecordEdit Checked(LogFile file, EditedText edited, Func<DecisionPolicy, DecisionPolicy, DecisionPolicy> meant, string byHand)
    {
        var before = file.Content;
        var after = file.With(edited.Text).Content;
        var isMeant = before.Record is { } old && after.Record is { } now && now == old with { Decision = meant(old.Decision, now.Decision) };
        var newFaults = after.Faults.Select(fault => fault.Kind).Except(before.Faults.Select(fault => fault.Kind));
        // What the reader reads decides, however the text is written.
        if (!isMeant || newFaults.Any()) throw Refusal.Of(file, PlaceOf(file), "The record has a form that cannot be edited safely.", byHand);
        return new(file, edited.Text);
    }

    private static Place PlaceOf(LogFile file) => file.Fields.Status?.Place ?? Place.Start;
}
