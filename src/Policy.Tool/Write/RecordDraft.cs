using DecisionPolicies.Tool.Browse;

namespace DecisionPolicies.Tool.Write;

/// <summary>The content of a new record.</summary>
/// <param name="Path">Its file, relative to the repository, with forward slashes.</param>
/// <param name="Title">The title.</param>
/// <param name="IsAccepted">Whether it is accepted rather than proposed.</param>
/// <param name="Day">The current day.</param>
/// <param name="Supersedes">The record that it supersedes, or null.</param>
internal sealed record RecordDraft(string Path, string Title, bool IsAccepted, DateOnly Day, AdrRecord? Supersedes)
{
    /// <summary>How its folder writes records.</summary>
    public RecordConventions Conventions { get; init; } = RecordConventions.None;

    /// <summary>What its file's name says.</summary>
    public FileName FileName => FileName.Of(Path, Conventions);

    /// <summary>The id from the file's name.</summary>
    /// <exception cref="ToolException">The name does not give one.</exception>
    public string Id => FileName.Id ?? throw new ToolException($"'{Path}' does not give the record an id.");

    /// <summary>The status as a word.</summary>
    public string Status => IsAccepted ? "accepted" : "proposed";

    /// <summary>The C# name, if another record has the name that the title gives; or null.</summary>
    public string? Name { get; init; }

    /// <summary>A link from this record to the superseded one.</summary>
    public string SupersedesLink
    {
        get
        {
            var folder = System.IO.Path.GetDirectoryName(Path) ?? "";
            var target = System.IO.Path.GetRelativePath(System.IO.Path.Combine("/", folder), System.IO.Path.Combine("/", Supersedes!.Path)).Replace('\\', '/');
            return $"[{Supersedes.Decision.Id}]({target})";
        }
    }

    /// <summary>The record from the built-in template: front matter, and a page to fill in.</summary>
    /// <param name="lineEnd">The line end.</param>
    public string Text(string lineEnd)
    {
        string?[] lines =
        [
            "---",
            $"title: {YamlText.Scalar(Title)}",
            Name is null ? null : $"name: {Name}",
            $"status: {Status}",
            $"date: {Day.InWords()}",
            Supersedes is null ? null : $"supersedes: [{YamlText.Item(Supersedes.Decision.Id)}]",
            "because:",
            "instead:",
            "---",
            $"# {MarkdownText.OfHeading(Title)}",
            "",
            "What is decided, in a sentence or two.",
            "",
            "## Why",
            "",
            "## What this does not rule out",
            "",
            "## Consequences",
        ];
        return string.Concat(lines.OfType<string>().Select(line => line + lineEnd));
    }

    /// <summary>What a text lacks as this record; empty if it lacks nothing.</summary>
    /// <param name="text">The text.</param>
    public IEnumerable<string> MissingFrom(string text)
    {
        var read = RecordReader.Read(Path, text, Conventions);
        // Front matter that is not valid YAML is read in part. A new record should not start like that: rules could not be added to it.
        var unreadable = read.Faults.FirstOrDefault(fault => fault.Kind == FaultKind.UnreadableFrontMatter);
        if (read.Record is not { } record || unreadable is not null)
        {
            yield return (unreadable ?? read.Faults.FirstOrDefault()) is { } fault
                ? $"{fault.Message.TrimEnd('.')} (line {fault.Place.Line})"
                : "it cannot be read";
            yield break;
        }
        if (record.Decision.Title != Title) yield return $"its title would be '{record.Decision.Title}'";
        if (record.Decision.Status != (IsAccepted ? DecisionStatus.Accepted : DecisionStatus.Proposed)) yield return "it does not have a place for the status";
        if (Reference.Canonical(record.Decision.Id) != Reference.Canonical(Id)) yield return $"its id would be {record.Decision.Id}";
        if (Supersedes is not null && !record.Decision.Supersedes.Any(id => Reference.Canonical(id) == Reference.Canonical(Supersedes.Decision.Id)))
        {
            yield return "it does not have a place for the superseded record";
        }
    }
}
