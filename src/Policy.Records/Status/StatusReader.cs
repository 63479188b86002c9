namespace DecisionPolicies.Records;

/// <summary>What a record says about its status.</summary>
/// <param name="Status">The status.</param>
/// <param name="SupersededBy">The successors that the status names, as references.</param>
/// <param name="Supersedes">The predecessors that the status names, as references.</param>
internal sealed record StatusReading(DecisionStatus Status, IEnumerable<string> SupersededBy, IEnumerable<string> Supersedes);

/// <summary>Reads a status. An unknown word stays unknown: it is never taken for a status that is enforced.</summary>
internal static class StatusReader
{
    private static readonly string[] _words = ["proposed", "accepted", "rejected", "deprecated", "superseded"];

    // Check marks, the two halves of a green circle, and the selector that turns a character into a picture.
    private const string Yes = " \u2705\u2714\u2611\uFE0F\uD83D\uDFE2";

    /// <summary>Reads the field <c>status</c>.</summary>
    /// <param name="front">The record's fields.</param>
    /// <param name="file">The record's file name. In the format of log4brains, a missing status means accepted.</param>
    public static StatusReading Read(FieldReader front, FileName file)
    {
        var text = front.Text("status");
        if (!string.IsNullOrEmpty(text)) return ReadText(front, text!);
        if (file.IsLog4brains && front.Node("status") is null && front.Node(FieldNames.Rules) is null) return new(DecisionStatus.Accepted, [], []);
        // The reader has already reported a status that is not text.
        if (front.Node("status") is null or YamlScalar) Report(front, "The record does not have a status.");
        return new(DecisionStatus.Unknown, [], []);
    }

    private static StatusReading ReadText(FieldReader front, string text)
    {
        // "accepted; supersedes ADR-0045"
        var parts = Reference.Split(text, ";").Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var supersedes = new List<string>();
        var supersededBy = new List<string>();
        var status = DecisionStatus.Unknown;
        for (var i = 0; i < parts.Count; i++)
        {
            if (SupersessionPhrase.After(WithoutDecoration(parts[i]), SupersessionPhrase.SupersededBy) is { } successors)
            {
                status = DecisionStatus.Superseded;
                supersededBy.AddRange(Reference.AllInProse(successors));
            }
            else if (i > 0 && SupersessionPhrase.After(parts[i], SupersessionPhrase.Supersedes) is { } predecessors)
            {
                supersedes.AddRange(Reference.AllInProse(predecessors));
            }
            else if (i == 0) status = StatusOf(parts[i]);
            else status = DecisionStatus.Unknown;
        }
        if (status == DecisionStatus.Unknown) Report(front, $"'{text}' is not a known status.{Spelling.DidYouMean(WithoutDecoration(text), _words)}");
        return new(status, supersededBy, supersedes);
    }

    private static DecisionStatus StatusOf(string text)
    {
        var word = WithoutDecoration(text);
        return word.ToLowerInvariant() switch
        {
            "proposed" or "draft" => DecisionStatus.Proposed,
            // "✅ Accepted" is accepted with a picture; the meaning of "❌ accepted" is unclear.
            "accepted" when text.Substring(0, text.Length - word.Length).All(c => Yes.IndexOf(c) >= 0) => DecisionStatus.Accepted,
            "rejected" => DecisionStatus.Rejected,
            "deprecated" => DecisionStatus.Deprecated,
            "superseded" or "superceded" => DecisionStatus.Superseded,
            _ => DecisionStatus.Unknown,
        };
    }

    // Removes pictures and emphasis. A date or a box before the word has a meaning and is kept.
    private static string WithoutDecoration(string text)
    {
        var start = 0;
        while (start < text.Length
            && (char.IsWhiteSpace(text[start]) || char.IsSymbol(text[start]) || char.IsSurrogate(text[start]) || text[start] is '*' or '_' or '\uFE0F'))
        {
            start++;
        }
        return text.Substring(start);
    }

    private static void Report(FieldReader front, string what) => front.Report(
        FaultKind.UnknownStatus,
        "status",
        what + " Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.");
}
