using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Changes to a record's status, each as an edit of its file.</summary>
internal static class StatusChange
{
    /// <summary>Accepts the record on a day.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="day">The day.</param>
    public static RecordEdit Accept(LogFile file, DateOnly day)
    {
        var edited = DateEdit.Write(file, StatusEdit.Write(file, new(file.Text), "accepted"), day.InWords());
        return RecordEdit.Checked(
            file,
            edited,
            (before, after) => before with { Status = DecisionStatus.Accepted, Date = after.Date == day ? day : before.Date },
            $"'status: accepted' and 'date: {day.InWords()}'");
    }

    /// <summary>Deprecates the record: nothing replaces it.</summary>
    /// <param name="file">Its file.</param>
    public static RecordEdit Deprecate(LogFile file) => RecordEdit.Checked(
        file,
        StatusEdit.Write(file, new(file.Text), "deprecated"),
        (before, _) => before with { Status = DecisionStatus.Deprecated },
        "'status: deprecated'");

    /// <summary>Marks the record as superseded by another, besides those that it already names.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="successor">The id of the other.</param>
    /// <param name="successorPath">The other's file, relative to the repository.</param>
    public static RecordEdit Supersede(LogFile file, string successor, string successorPath)
    {
        var record = file.Content.Record!;
        var others = record.Decision.Status == DecisionStatus.Superseded ? record.Decision.SupersededBy : ValueList<string>.Empty;
        var status = $"superseded by {string.Join(", ", others.Append(successor))}";
        // In prose the successor is a link, which says which file it is.
        var from = Path.GetDirectoryName(file.Content.Path) ?? "";
        var target = Path.GetRelativePath(Path.Combine("/", from), Path.Combine("/", successorPath)).Replace('\\', '/');
        var link = $"superseded by {string.Join(", ", others.Append($"[{successor}]({target})"))}";
        return RecordEdit.Checked(
            file,
            StatusEdit.Write(file, new(file.Text), status, link),
            (before, after) =>
                before with { Status = DecisionStatus.Superseded, SupersededBy = IsNamed(after, successor) ? after.SupersededBy : before.SupersededBy },
            $"'status: {status}'");
    }

    /// <summary>Adds an amendment to the record.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="day">The day.</param>
    /// <param name="change">What changed.</param>
    public static RecordEdit Amend(LogFile file, DateOnly day, string change)
    {
        return RecordEdit.Checked(
            file,
            AmendmentEdit.Write(file, day.InWords(), change),
            (before, _) => before with { Amendments = before.Amendments.Append(new Amendment(day, change)).ToValueList() },
            $"'- {{ date: {day.InWords()}, change: {YamlText.Quoted(change)} }}' under 'amendments'");
    }

    private static bool IsNamed(DecisionPolicy decision, string id) =>
        decision.SupersededBy.Any(reference => Reference.Canonical(reference) == Reference.Canonical(id));
}
