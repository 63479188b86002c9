using System.Text;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>The answer to a request: the decision, the reason, what to do instead, what is allowed, and when to revisit it.</summary>
internal static class ReplyText
{
    /// <summary>The answer, in Markdown.</summary>
    /// <param name="record">The decision.</param>
    /// <param name="links">The links to records.</param>
    /// <param name="request">What was asked for, or null.</param>
    public static string Of(AdrRecord record, RecordLink links, string? request)
    {
        var text = new StringBuilder();
        var asked = string.IsNullOrWhiteSpace(request) ? "" : $" (\u201C{MarkdownText.OfComment(request)}\u201D)";
        text.Append($"Thank you for the request{asked}. {Verdict(record, Citation(record, links))}\n");
        if (record.Decision.Because is { } because) text.Append($"\n**Why:** {MarkdownText.OfComment(because)}\n");
        WriteList(text, "What to do instead:", record.Decision.Instead);
        WriteList(text, "This is still allowed:", record.Decision.Allows);
        WriteRevisit(text, record);
        return text.ToString();
    }

    private static string Verdict(AdrRecord record, string citation) => record.Decision.Status switch
    {
        DecisionStatus.Proposed =>
            $"A proposed decision covers this: {citation}. It is still open, and you are welcome to comment on it.",
        DecisionStatus.Rejected => $"We have considered this and decided against it: {citation}.",
        _ => $"We have already decided this, so we will not take it up: {citation}.",
    };

    private static string Citation(AdrRecord record, RecordLink links)
    {
        var title = $"{MarkdownText.OfId(record.Decision.Citation())}, {MarkdownText.OfComment(record.Decision.Title)}";
        var status = record.Decision.Date is { } date ? $"{record.Decision.Status.Word()} on {date.InWords()}" : record.Decision.Status.Word();
        var link = links.To(record);
        // A path would be a broken link in a comment, so it is shown as text.
        return RecordLink.IsWeb(link) ? $"[{title}]({MarkdownText.Target(link)}) ({status})" : $"{title} ({status}; {MarkdownText.OfComment(link)})";
    }

    private static void WriteRevisit(StringBuilder text, AdrRecord record)
    {
        if (record.Decision.Status == DecisionStatus.Proposed || record.Decision.Revisit is not { } revisit || revisit.Clause() is not { } clause) return;
        var sentence = $"We will revisit this decision {clause}";
        if (revisit.When.Count == 0) text.Append($"\n{sentence}\n");
        else
        {
            WriteList(text, sentence, revisit.When);
            text.Append("\nIf one of them does, please let us know.\n");
        }
    }

    private static void WriteList(StringBuilder text, string heading, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        text.Append($"\n**{heading}**\n\n");
        foreach (var item in items) text.Append($"- {MarkdownText.OfComment(item)}\n");
    }
}
