namespace DecisionPolicies.Records;

/// <summary>Reads one Markdown file: front matter, or prose where there is none, to a record, with every fault at its place.</summary>
public static class RecordReader
{
    // No record comes near; more could keep the compiler busy for seconds.
    private const int LongestFrontMatter = 256 * 1024;

    private static readonly string[] _enforced = [FieldNames.Rules, "waivers"];

    /// <summary>Reads a file's text. No text makes it throw.</summary>
    /// <param name="path">The file's path relative to the repository, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    public static RecordFile Read(string path, string text)
    {
        var nothing = new RecordFile(path, null, false, ValueList<Fault>.Empty);
        var name = FileName.Of(path);
        if (name.IsNoRecord)
        {
            var skipped = new Fault(FaultKind.Skipped, Place.Start, "The file is named like an index, a README or a template, so it is not read as a decision.");
            return nothing with { IsSkipped = true, Faults = ValueList.Of(skipped) };
        }

        var faults = new List<Fault>();
        var frontMatter = FrontMatter.Of(text);
        if (ReadFields(name, text, frontMatter, faults) is not { } front) return nothing with { Faults = faults.ToValueList() };

        var heading = Heading.Of(text, frontMatter);
        var record = ReadRecord(path, name, heading, front);
        return nothing with
        {
            Record = record,
            Faults = faults.ToValueList(),
            Places = PlacesOf(front),
            Links = Link.Of(path, text, frontMatter.BodyStart, frontMatter.BodyLine).ToValueList(),
        };
    }

    private static FieldReader? ReadFields(FileName name, string text, FrontMatter frontMatter, List<Fault> faults)
    {
        if (frontMatter.Yaml is null)
        {
            if (LostFrontMatter(text) is { } almost)
            {
                faults.Add(almost);
                return null;
            }
            if (ProseFields.Of(text, frontMatter) is { } fields) return new(fields, faults);
            // A file that is named like a record is one, even if it says nothing of itself.
            if (name.Id is not null) return FieldReader.Of(null, faults);
            faults.Add(new(FaultKind.NotARecord, Place.Start, "The file has neither front matter, nor a status, nor a number in its name, so it is not read as a decision. Start it with '---', 'status: …', '---'."));
            return null;
        }
        if (FaultOf(frontMatter) is { } fault)
        {
            faults.Add(fault);
            return null;
        }
        var root = YamlReader.Read(frontMatter.Yaml, FrontMatter.FirstLine, out var unreadable);
        if (unreadable is not null) faults.Add(unreadable);
        if (unreadable is not null || FieldReader.Of(root, faults) is not { } front) return null;
        FieldNames.ReportMisspelled(front);
        // Front matter may be there for a site generator alone, and the status stand in the prose.
        return front.Node("status") is null && ProseFields.Of(text, frontMatter) is { } prose ? front.With(prose) : front;
    }

    // What stands in a block that only looks like front matter would be lost, its rules included.
    private static Fault? LostFrontMatter(string text)
    {
        var isFirst = true;
        var before = "";
        var afterFence = false;
        foreach (var line in TextLine.OfProse(text, 0, 1))
        {
            var content = line.Text.Trim('\uFEFF', ' ', '\t');
            if (content.StartsWith("## ", StringComparison.Ordinal)) return null;
            var isFence = isFirst && content.Length > 1 && content.All(c => c == '-');
            var isKept = _enforced.Any(name => IsField(line.Text, name) && line.Text.Substring(name.Length + 1).Trim() is "" or ['[' or '{', ..]);
            // A fence below a comment; under text it would make that text a heading.
            var isLate = afterFence && content.IndexOf(':') > 0 && content.Substring(0, content.IndexOf(':')).All(c => char.IsLetter(c) || c is '-' or '_');
            if (isFence || isKept || isLate) return new(FaultKind.UnreadableFrontMatter, line.Place(0, line.Text.Length), "Front matter starts with '---', alone on the first line of the file. Put it there, or remove this line.");
            isFirst &= content.Length == 0;
            afterFence = content == "---" && (before.Length == 0 || before.StartsWith("<", StringComparison.Ordinal) || before.EndsWith("-->", StringComparison.Ordinal));
            before = content;
        }
        return null;
    }

    private static bool IsField(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);

    private static Fault? FaultOf(FrontMatter frontMatter)
    {
        if (!frontMatter.IsClosed)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start, "The front matter is opened with '---' and never closed; put a line '---' after it.");
        }
        if (frontMatter.Yaml!.Length > LongestFrontMatter)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start, $"The front matter is longer than {LongestFrontMatter / 1024} KiB. Move the text below it.");
        }
        // To the YAML reader a NUL is the end of the text, and what follows would be lost.
        var nul = frontMatter.Yaml.IndexOf('\0') < 0
            ? default
            : TextLine.Of(frontMatter.Yaml, 0, FrontMatter.FirstLine).First(line => line.Text.IndexOf('\0') >= 0);
        return nul.Text is null ? null : new(FaultKind.UnreadableFrontMatter, nul.Place(0, nul.Text.Length), "The front matter has a NUL character in this line. Remove it.");
    }

    private static AdrRecord? ReadRecord(string path, FileName file, Heading heading, FieldReader front)
    {
        if (Identity.Read(front, file, heading) is not { } identity) return null;
        var status = StatusReader.Read(front, file);
        var rules = RuleReader.ReadAll(front);
        if (rules.Count > 0 && status.Status == DecisionStatus.Unknown)
        {
            front.Report(FaultKind.RulesWithoutStatus, "status", "Nobody can tell whether these rules are enforced. Write 'status: accepted' or 'status: proposed'.");
        }
        return new()
        {
            Path = path,
            Id = identity.Id,
            Name = identity.Name,
            IsNamed = identity.IsNamed,
            Title = front.Text("title") is { Length: > 0 } title ? title : heading.Title.Length > 0 ? heading.Title : file.Slug,
            Status = status.Status,
            Date = front.Date(FieldNames.Date) ?? file.Date,
            Link = front.Text("link"),
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
    }

    private static ValueList<string> References(IEnumerable<string> status, IEnumerable<string> field) =>
        status.Concat(field.SelectMany(Reference.AllIn)).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    private static RecordRevisit? ReadRevisit(FieldReader front)
    {
        if (front.Node("revisit") is YamlScalar) return new(front.Date("revisit"), ValueList<string>.Empty);
        return front.Mapping("revisit")?.Allow("'revisit'", "by", "when") is { } revisit ? new(revisit.Date("by"), revisit.List("when")) : null;
    }

    private static RecordAmendment ReadAmendment(FieldReader amendment)
    {
        amendment.Allow("An amendment", "date", "change");
        if (amendment.Text("change") is { Length: > 0 } change) return new(amendment.Date("date"), change);
        amendment.Report(FaultKind.WrongType, "change", "The amendment does not say what was changed. Write it, as in 'change: …'.");
        return new(amendment.Date("date"), "");
    }

    private static RecordPlaces PlacesOf(FieldReader front)
    {
        var id = front.PlaceOf(FieldNames.Id) ?? Place.Start;
        return new(
            id,
            front.PlaceOf("name") ?? id,
            front.PlaceOf(FieldNames.SupersededBy) ?? front.PlaceOf("status") ?? Place.Start,
            front.PlaceOf("supersedes") ?? front.PlaceOf("status") ?? Place.Start);
    }
}
