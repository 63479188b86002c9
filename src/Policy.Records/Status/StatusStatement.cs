using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>The place at which a record states its status.</summary>
/// <param name="Text">The text, as it is written.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Phrase">What it means.</param>
/// <param name="Form">How it is written.</param>
internal sealed record StatusStatement(string Text, Place Place, StatusPhrase Phrase, StatementForm Form)
{
    /// <summary>A line that is not read as a status, although it looks like one.</summary>
    /// <param name="line">The line.</param>
    public static StatusStatement AsideOf(ShownLine line)
    {
        var text = line.Text.Trim();
        return new(text, line.Line.Place(line.Text.Length - line.Text.TrimStart().Length, text.Length), StatusPhrase.None, StatementForm.Aside);
    }

    /// <summary>The place of the words of the status in the text.</summary>
    public Place PlaceOfWords => new(Place.Line, Place.Column + Phrase.Start, Place.Line, Place.Column + Phrase.Start + Phrase.Length);
}

/// <summary>How a record states its status. Only <see cref="Value"/> can be replaced without a second change beside it.</summary>
internal enum StatementForm
{
    /// <summary>A value of its own: a line, a field, a table cell, or a key of the front matter.</summary>
    Value,

    /// <summary>The last of several entries, each with a status.</summary>
    History,

    /// <summary>An item that is ticked.</summary>
    CheckList,

    /// <summary>The alternative text of an image.</summary>
    Picture,

    /// <summary>Several entries that contradict each other.</summary>
    Contradiction,

    /// <summary>A quotation, a table, code, or another place that does not state the record's status.</summary>
    Aside,
}
