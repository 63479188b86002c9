namespace DecisionPolicies.Records;

/// <summary>Reads one Markdown file: front matter to a record, with every fault at its place.</summary>
public static class RecordReader
{
    /// <summary>Reads a file's text. No text makes it throw.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    public static RecordFile Read(string path, string text)
    {
        var nothing = new RecordFile(path, null, false, ValueList<Fault>.Empty, Place.Start);
        var name = FileName.Of(path);
        if (name.IsNoRecord) return nothing with { IsSkipped = true };
        if (!FrontMatter.TryFind(text, out var frontMatter)) return nothing with { Faults = ValueList.Of(NoFrontMatter(text)) };

        var root = YamlReader.Read(frontMatter.Yaml, frontMatter.FirstLine, out var unreadable);
        if (unreadable is not null) return nothing with { Faults = ValueList.Of(unreadable) };

        var faults = new List<Fault>();
        var front = FieldReader.Of(root, faults);
        if (front is null) return nothing with { Faults = faults.ToValueList() };
        var record = ReadRecord(path, name, front, () => Heading.First(text, frontMatter.BodyStart));
        return new(path, record, false, faults.ToValueList(), front.PlaceOf("name") ?? front.PlaceOf("id") ?? Place.Start);
    }

    private static AdrRecord? ReadRecord(string path, FileName file, FieldReader front, Func<string?> heading)
    {
        var identity = Identity.Read(front, file);
        if (identity is null) return null;

        var (status, supersededBy) = StatusReader.Read(front);
        var rules = RuleReader.ReadAll(front);
        if (rules.Count > 0 && status == DecisionStatus.Unknown)
        {
            front.Report(FaultKind.RulesWithoutStatus, "status", "Nobody can tell whether these rules are enforced. Write 'status: accepted' or 'status: proposed'.");
        }
        return new()
        {
            Path = path,
            Id = identity.Id,
            Name = identity.Name,
            Title = NonEmpty(front.Text("title")) ?? NonEmpty(heading()) ?? file.Slug,
            Status = status,
            Date = front.Date("date"),
            Link = front.Text("link"),
            Because = front.Text("because"),
            Instead = front.List("instead"),
            Allows = front.List("allows"),
            Revisit = ReadRevisit(front),
            Amendments = front.Mappings("amendments").Select(amendment => ReadAmendment(amendment.Allow("An amendment", "date", "change"))).ToValueList(),
            Aliases = front.CommaList("aliases"),
            Tags = front.CommaList("tags"),
            DecisionMakers = front.CommaList("decision-makers"),
            Supersedes = front.CommaList("supersedes"),
            SupersededBy = front.CommaList("superseded-by").Concat(supersededBy).Distinct().ToValueList(),
            Rules = rules,
            Waivers = WaiverReader.ReadAll(front, rules),
        };
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static RecordRevisit? ReadRevisit(FieldReader front) =>
        front.Mapping("revisit")?.Allow("'revisit'", "by", "when") is { } revisit ? new(revisit.Date("by"), revisit.List("when")) : null;

    private static RecordAmendment ReadAmendment(FieldReader amendment) =>
        new(amendment.Date("date"), amendment.Text("change") ?? "");

    private static Fault NoFrontMatter(string text) => FrontMatter.IsOpened(text)
        ? new(FaultKind.UnreadableFrontMatter, Place.Start, "The front matter is opened with '---' and never closed; put a line '---' after it.")
        : new(FaultKind.NoFrontMatter, Place.Start, "The file has no front matter, so it is no decision yet. Start it with '---', 'status: …', '---'.");
}
