using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// The meaning of a text that states a status, such as <c>**Accepted** (2024-02-03)</c> or <c>superseded by ADR-0009</c>. Every word of it is
/// understood, or the status is unknown: a text with two readings is never taken for a status.
/// </summary>
/// <param name="Status">The status; unknown if the text does not state one, or can be read in two ways.</param>
/// <param name="Start">The index at which the words of the status start.</param>
/// <param name="Length">The length of these words, with the successors that belong to them.</param>
/// <param name="IsUnderstood">Whether every word is understood, although the text may not state a status.</param>
internal sealed record StatusPhrase(DecisionStatus Status, int Start, int Length, bool IsUnderstood)
{
    /// <summary>A text that is not understood.</summary>
    public static StatusPhrase None { get; } = new(DecisionStatus.Unknown, 0, 0, false);

    /// <summary>The day that the text names, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The records that the text names as successors, as references.</summary>
    public IReadOnlyList<string> SupersededBy { get; init; } = [];

    /// <summary>The records that the text names as predecessors, as references.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Whether the text consists of the words of the status and marks around them.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The status with which a text begins that is not understood as a whole; unknown for any other text.</summary>
    public DecisionStatus Begins { get; init; }

    /// <summary>Whether a text that is not understood begins with a day or a year, as an entry of a history does.</summary>
    public bool IsDated { get; init; }

    /// <summary>Whether a check mark or emphasis distinguishes the words, as in a list of alternatives.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether words follow the records that it names, so that its sentence may go on in the next line.</summary>
    public bool IsSentence { get; init; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, on one line. A longer text than a sentence is not understood.</param>
    /// <param name="conventions">The words of the repository.</param>
    public static StatusPhrase Of(string text, RecordConventions conventions)
    {
        if (text.Length > StatusPhraseReader.Longest) return None;
        return new StatusPhraseReader(text, VisibleText.Of(text), conventions).Read();
    }
}
