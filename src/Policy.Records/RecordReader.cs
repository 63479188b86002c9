using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Reads one Markdown file into a record, from its front matter or, without front matter, from its prose. Every fault has its place.</summary>
internal static class RecordReader
{
    /// <summary>The maximum length of a file, in characters. No record comes near it.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Reads the text of a file. It never throws, whatever the text.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    public static RecordFile Read(string path, string text) => Read(path, text, RecordConventions.None);

    /// <summary>Reads the text of a file in a folder with conventions.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="conventions">How the folder writes its records.</param>
    public static RecordFile Read(string path, string text, RecordConventions conventions) => Read(path, text, conventions, out _);

    /// <summary>Reads the text of a file, and also returns its fields with their places, for callers that edit the text.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="conventions">How the repository writes its records.</param>
    /// <param name="fields">The fields; empty if the file is skipped or cannot be read.</param>
    internal static RecordFile Read(string path, string text, RecordConventions conventions, out RecordFields fields)
    {
        fields = RecordFields.None;
        var nothing = new RecordFile(path, null, false, ValueList<Fault>.Empty);
        if (text.Length > LargestFile) return TooLarge(nothing, text);
        if (RecordConventions.IsIn(path)) return ReadConventions(nothing, text);
        var name = FileName.Of(path, conventions);
        var faults = new List<Fault>();
        if (path.EndsWith(UsualFolders.AsciiDoc, StringComparison.OrdinalIgnoreCase))
        {
            return nothing with { Faults = ValueList.Of(new Fault(FaultKind.NotARecord, Place.Start, "AsciiDoc is not read. Write the record in Markdown.")) };
        }
        if (name.IsNoRecord) return Skip(nothing, text, conventions);

        // What takes the place of bytes that are not UTF-8. A word beside it may be another one.
        if (text.IndexOf('\uFFFD') is var odd and >= 0) faults.Add(NotText(text, odd, "bytes here that are not UTF-8, or the character U+FFFD in their place"));
        var frontMatter = FrontMatter.Of(text);
        if (frontMatter.Yaml is null && text.IndexOf('\0') is var zero and >= 0) return Undecoded(nothing, text, zero);
        var body = MarkdownBody.Of(text, frontMatter);
        if (ReadFields(name, frontMatter, body, conventions, faults, out fields) is not { } front)
        {
            // Rules may be in what was taken for front matter, and in a second block below it.
            var isEnforcing = RulesText.IsIn(text);
            return nothing with { IsEnforcing = isEnforcing, Faults = Weighed(faults, isEnforcing) };
        }
        var heading = Heading.Of(body, name);
        var rules = new List<RulePlaces>();
        var packWaivers = new List<PackWaiver>();
        var record = ReadRecord(path, name, heading, front, fields, conventions, rules, packWaivers);
        var enforces = RuleReader.HasRules(front) || FieldNames.HasMisplacedRules(front) || WaiverReader.IsStated(front);
        if (!enforces && FrontMatterFaults.RulesIn(body) is { } unread) faults.Add(unread);
        return nothing with
        {
            Record = record,
            IsEnforcing = enforces,
            Faults = Weighed(faults, enforces),
            Places = PlacesOf(front, fields.Status?.Place ?? front.PlaceOf(FieldLabels.Status), rules),
            Links = Link.Of(path, body).ToValueList(),
            PackWaivers = packWaivers.ToValueList(),
            PackReferences = PackReferencesIn(front).ToValueList(),
        };
    }

    private static RecordFile TooLarge(RecordFile nothing, string text)
    {
        var isEnforcing = RulesText.IsIn(text);
        var fault = new Fault(FaultKind.UnreadableFrontMatter, Place.Start,
            $"The file is larger than {LargestFile / 1024 / 1024} MB, which is the limit, so it is not read.");
        return nothing with { IsEnforcing = isEnforcing, Faults = Weighed([fault], isEnforcing) };
    }

    private static RecordFile ReadConventions(RecordFile nothing, string text)
    {
        var faults = new List<Fault>();
        ConventionsReader.Read(text, faults);
        return nothing with { IsSkipped = true, Faults = Weighed(faults, isEnforcing: false) };
    }

    // In UTF-16 without a byte order mark, and in UTF-32, letters have zero bytes between them that would hide the front matter and its rules.
    private static RecordFile Undecoded(RecordFile nothing, string text, int at)
    {
        var isEnforcing = RulesText.IsIn(text.Replace("\0", ""));
        var fault = NotText(text, at, "a zero byte here, as in UTF-16 without a byte order mark");
        return nothing with { IsEnforcing = isEnforcing, Faults = Weighed([fault], isEnforcing) };
    }

    private static Fault NotText(string text, int at, string what)
    {
        var line = TextLine.Of(text, 0, 1).First(line => at < line.Next);
        return new(FaultKind.NotText, line.Place(at - line.Start, 1),
            $"The file has {what}. Correct the text, and save it as UTF-8, or as UTF-16 with a byte order mark.");
    }

    private static ValueList<Fault> Weighed(List<Fault> faults, bool isEnforcing) =>
        isEnforcing ? faults.ToValueList() : faults.Select(fault => fault.Unenforced()).ToValueList();

    // An accepted record must not lose its rules because of the name of its file.
    private static RecordFile Skip(RecordFile nothing, string text, RecordConventions conventions)
    {
        const string Named = "named like a page beside the records, such as an index, a README or a template";
        var skipped = new Fault(FaultKind.Skipped, Place.Start, $"The file is {Named}, so it is not read as a decision.");
        var frontMatter = FrontMatter.Of(text);
        if (frontMatter.Yaml is { } yaml)
        {
            var front = ReadYaml(frontMatter, []);
            var hasRules = front is null || RuleReader.HasRules(front) || FieldNames.HasMisplacedRules(front);
            // Front matter that may hold rules, but cannot be read, may still have a line with the status.
            front ??= new(LooseFrontMatter.Read(yaml), []);
            var status = StatusReader.StatementIn(front, conventions) ?? ProseFields.Of(MarkdownBody.Of(text, frontMatter), conventions)?.Status;
            if (hasRules && status?.Phrase.Status == DecisionStatus.Accepted)
            {
                skipped = new(FaultKind.SkippedRules, front.PlaceOf(FieldNames.Rules) ?? Place.Start,
                    $"These rules are not enforced, because the file is {Named}. Name it like a record, as in 0001-title.md.");
            }
        }
        return nothing with { IsSkipped = true, IsEnforcing = skipped.KeepsFromEmitting, Faults = ValueList.Of(skipped) };
    }

    private static FieldReader? ReadFields(
        FileName name, FrontMatter frontMatter, MarkdownBody body, RecordConventions conventions, List<Fault> faults, out RecordFields fields)
    {
        fields = RecordFields.None;
        if (FrontMatterFaults.Lost(body) is { } lost)
        {
            faults.Add(lost);
            if (RulesText.IsIn(body.Text.Substring(body.Start))) return null;
        }
        if (frontMatter.Yaml is null) return ReadProse(name, body, conventions, faults, out fields);
        if (ReadYaml(frontMatter, faults) is not { } front) return null;
        FieldNames.ReportMisspelled(front);
        // The front matter may serve only a site generator, with the status in the prose.
        var prose = front.Node(FieldLabels.Status) is null ? ProseFields.Of(body, conventions) : null;
        var status = prose is null ? StatusReader.StatementIn(front, conventions) : prose.Status;
        fields = new(front, prose is null ? null : new(prose.Fields, faults), status) { Day = prose?.Day };
        return prose is null ? front : front.With(prose.Fields);
    }

    private static FieldReader? ReadProse(FileName name, MarkdownBody body, RecordConventions conventions, List<Fault> faults, out RecordFields fields)
    {
        fields = RecordFields.None;
        if (body.Text.Length > body.Start && FrontMatterFaults.Foreign(body) is { } foreign)
        {
            faults.Add(foreign);
            if (RulesText.IsIn(body.Text)) return null;
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

    // Without a sign of rules, what can be read is read.
    private static FieldReader? ReadYaml(FrontMatter frontMatter, List<Fault> faults)
    {
        if (FrontMatterFaults.Of(frontMatter) is { } fault)
        {
            faults.Add(fault);
            return RulesText.IsIn(frontMatter.Yaml!) ? null : FieldReader.Of(null, faults);
        }
        var root = YamlReader.Read(frontMatter.Yaml!, FrontMatter.FirstLine, out var unreadable);
        if (unreadable is null && FieldReader.Of(root, faults) is { } front) return front;
        if (unreadable is not null) faults.Add(unreadable);
        return RulesText.IsIn(frontMatter.Yaml!) ? null : new(LooseFrontMatter.Read(frontMatter.Yaml!), faults);
    }

    private static AdrRecord? ReadRecord(
        string path, FileName file, Heading heading, FieldReader front, RecordFields fields, RecordConventions conventions, List<RulePlaces> rulePlaces,
        List<PackWaiver> packWaivers)
    {
        if (Identity.Read(front, file, heading, fields.Status is { Form: not StatementForm.Aside }) is not { } identity) return null;
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
            Title = front.Text("title") is { Length: > 0 } title ? Heading.OfStated(title, file) : heading.Title.Length > 0 ? heading.Title : file.Slug,
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
            Waivers = WaiverReader.ReadAll(front, rules, packWaivers),
        };
        return new(decision, path, identity.Name) { IsNamed = identity.IsNamed };
    }

    private static ValueList<string> References(IEnumerable<string> status, IEnumerable<string> field) =>
        status.Concat(field.SelectMany(Reference.AllIn)).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    // A pack's id is one segment, and so is the id of a decision. Which packs there are, only the project knows.
    private static IEnumerable<PackReference> PackReferencesIn(FieldReader front) => front.List("supersedes")
        .Where(text => text.Count(c => c == '/') == 1 && !text.Any(char.IsWhiteSpace))
        .Select(text => new PackReference(text, front.PlaceOf("supersedes")!.Value));

    private static Revisit? ReadRevisit(FieldReader front)
    {
        if (front.Node("revisit") is YamlScalar) return new(front.Date("revisit"), ValueList<string>.Empty);
        return front.Mapping("revisit")?.Allow("'revisit'", Severity.Warning, "by", "when") is { } revisit
            ? new(revisit.Date("by"), revisit.List("when"))
            : null;
    }

    private static Amendment ReadAmendment(FieldReader amendment)
    {
        amendment.Allow("an amendment", Severity.Warning, "date", "change");
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
