using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>A record's file with the text that it is to have.</summary>
/// <param name="File">The file as it is.</param>
/// <param name="Text">Its text to be.</param>
internal sealed record RecordEdit(LogFile File, string Text)
{
    /// <summary>An edit after which the record says what was meant, and nothing else is other than before.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="edited">Its text to be.</param>
    /// <param name="meant">The decision that is meant, made of the one before the edit and the one that is read after it.</param>
    /// <param name="byHand">What to write by hand where the reader finds something else.</param>
    /// <exception cref="ToolException">The reader finds something else.</exception>
    public static RecordEdit Checked(LogFile file, EditedText edited, Func<DecisionPolicy, DecisionPolicy, DecisionPolicy> meant, string byHand)
    {
        var before = file.Content;
        var after = RecordReader.Read(before.Path, edited.Text);
        var isMeant = before.Record is { } old && after.Record is { } now && now == old with { Decision = meant(old.Decision, now.Decision) };
        var newFaults = after.Faults.Select(fault => fault.Kind).Except(before.Faults.Select(fault => fault.Kind));
        // However the text is written, what the reader makes of it decides.
        if (!isMeant || newFaults.Any()) throw Refusal.Of(file, PlaceOf(file), "The record is written in a way that is not safe to edit.", byHand);
        return new(file, edited.Text);
    }

    private static Place PlaceOf(LogFile file) => (file.Fields.Key("status") ?? file.Fields.Prose("status"))?.Value.Place ?? Place.Start;
}
