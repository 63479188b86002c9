using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Reads one Markdown file into a record, from its front matter or, without front matter, from its prose. Every fault has its place.</summary>
internal static class RecordReader
{
    /// <summary>Reads the text of a file. It never throws, whatever the text.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    public static RecordFile Read(string path, string text) => Read(path, text, RecordConventions.None, out _);

    /// <summary>Reads the text of a file, and also returns its fields with their places, for callers that edit the text.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="conventions">How the repository writes its records.</param>
    /// <param name="fields">The fields; empty if the file is skipped or cannot be read.</param>
    internal static RecordFile Read(string path, string text, RecordConventions conventions, out RecordFields fields)
    {
        fields = RecordFields.None;
        var nothing = new RecordFile(path, null, false, ValueList<Fault>.Empty);
        var name = FileName.Of(path);
        if (name.IsNoRecord)
        {
            var skipped = new Fault(FaultKind.Skipped, Place.Start,
                "The file is named like an index, a README or a template, so it is not read as a decision.");
            return nothing with { IsSkipped = true, Faults = ValueList.Of(skipped) };
        }

        var faults = new List<Fault>();
        var frontMatter = FrontMatter.Of(text);
        var body = MarkdownBody.Of(text, frontMatter);
        if (ReadFields(name, frontMatter, body, conventions, faults, out fields) is not { } front) return nothing with { Faults = faults.ToValueList() };

        var heading = Heading.Of(body);
        var rules = new List<RulePlaces>();
        var record = ReadRecord(path, name, heading, front, fields, conventions, rules);
        return nothing with
        {
            Record = record,
            Faults = faults.ToValueList(),
            Places = PlacesOf(front, fields.Status?.Place ?? front.PlaceOf(FieldLabels.Status), rules),
            Links = Link.Of(path, body).ToValueList(),
        };
    }

    private static FieldReader? ReadFields(
        FileName name, FrontMatter frontMatter, MarkdownBody body, RecordConventions conventions, List<Fault> faults, out RecordFields fields)
    {
        fields = RecordFields.None;
        if (frontMatter.Yaml is null)
        {
            if (FrontMatterFaults.Lost(body) is { } lost)
            {
                faults.Add(lost);
                return null;
            }
            if (ProseFields.Of(body, conventions) is { } written)
            {
                var ofProse = new FieldReader(written.Fields, faults);
                fields = new(null, ofProse, written.Status) { Day = written.Day };
                return ofProse;
            }
            // A file that is named like a record is a record, even if it says nothing about itself.
            if (name.Id is not null) return FieldReader.Of(null, faults);
            faults.Add(new(FaultKind.NotARecord, Place.Start,
                "The file has neither front matter, nor a status, nor a number in its name, so it is not read as a decision. "
                + "Start it with '---', 'status: …', '---'."));
            return null;
        }
        if (FrontMatterFaults.Of(frontMatter) is { } fault)
        {
            faults.Add(fault);
            return null;
        }
        var root = YamlReader.Read(frontMatter.Yaml, FrontMatter.FirstLine, out var unreadable);
        if (unreadable is not null) faults.Add(unreadable);
        if (unreadable is not null || FieldReader.Of(root, faults) is not { } front) return null;
        FieldNames.ReportMisspelled(front);
        // The front matter may serve only a site generator, with the status in the prose.
        var prose = front.Node(FieldLabels.Status) is null ? ProseFields.Of(body, conventions) : null;
        var status = prose is null ? StatusReader.StatementIn(front, conventions) : prose.Status;
        fields = new(front, prose is null ? null : new(prose.Fields, faults), status) { Day = prose?.Day };
        return prose is null ? front : front.With(prose.Fields);
    }

    private static AdrRecord? ReadRecord(
        string path, FileName file, Heading heading, FieldReader front, RecordFields fields, RecordConventions conventions, List<RulePlaces> rulePlaces)
    {
        if (Identity.Read(front, file, heading) is not { } identity) return null;
        var status = StatusReader.Read(front, fields.Status, file, conventions);
        var rules = RuleReader.ReadAll(front, rulePlaces);
        if (rules.Count > 0 && status.Status == DecisionStatus.Unknown)
        {
            front.Report(FaultKind.RulesWithoutStatus, fields.Status?.Place ?? front.PlaceOf(FieldLabels.Status) ?? front.Place,
                "It is unclear whether these rules are enforced. Write 'status: accepted' or 'status: proposed'.");
        }
        var decision = new DecisionPolicy
        {
            Id = identity.Id,
            Title = front.Text("title") is { Length: > 0 } title ? title : heading.Title.Length > 0 ? heading.Title : file.Slug,
            Status = status.Status,
            Link = front.Text("link") is { Length: > 0 } link ? link : path,
            Date = front.Date(FieldNames.Date) ?? fields.Status?.Phrase.Date ?? fields.Day ?? file.Date,
            Because = front.Text("because"),
            Instead = front.List("instead"),
            Allows = front.List("allows"),
            Revisit = ReadRevisit(front),
            Amendments = front.Mappings("amendments", FaultKind.WrongType).Select(ReadAmendment).ToValueList(),
            Aliases = front.CommaList("aliases"),
            Tags = front.CommaList("tags"),
            DecisionMakers = front.CommaList(FieldNames.DecisionMakers),
            Supersedes = References(status.Supersedes, front.List("supersedes")),
            SupersededBy = References(status.SupersededBy, front.List(FieldNames.SupersededBy)),
            Rules = rules,
            Waivers = WaiverReader.ReadAll(front, rules),
        };
        return new(decision, path, identity.Name) { IsNamed = identity.IsNamed };
    }

    private static ValueList<string> References(IEnumerable<string> status, IEnumerable<string> field) =>
        status.Concat(field.SelectMany(Reference.AllIn)).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    private static Revisit? ReadRevisit(FieldReader front)
    {
        if (front.Node("revisit") is YamlScalar) return new(front.Date("revisit"), ValueList<string>.Empty);
        return front.Mapping("revisit")?.Allow("'revisit'", "by", "when") is { } revisit ? new(revisit.Date("by"), revisit.List("when")) : null;
    }

    private static Amendment ReadAmendment(FieldReader amendment)
    {
        amendment.Allow("an amendment", "date", "change");
        if (amendment.Text("change") is { Length: > 0 } change) return new(amendment.Date("date"), change);
        amendment.Report(FaultKind.WrongType, "change", "The amendment does not say what changed. Add it, as in 'change: …'.");
        return new(amendment.Date("date"), "");
    }

    private static RecordPlaces PlacesOf(FieldReader front, Place? status, IEnumerable<RulePlaces> rules)
    {
        var id = front.PlaceOf(FieldNames.Id) ?? Place.Start;
        return new(
            id,
            front.PlaceOf("name") ?? id,
            front.PlaceOf(FieldNames.SupersededBy) ?? status ?? Place.Start,
            front.PlaceOf("supersedes") ?? status ?? Place.Start,
            rules.ToValueList());
    }
}
