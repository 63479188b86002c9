using System.Text.RegularExpressions;
using DecisionPolicies.Records.Markdown;
using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>
/// Fills in a repository's own template: the title, the status, the date, the id and the superseded record, each where the template has
/// it. The author of the record writes the rest. The template is read line by line, since many templates are not valid YAML.
/// </summary>
internal static partial class Template
{
    /// <summary>The template of a folder of records: a file that is skipped because it is named like one. Null if there is none.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="folder">The absolute path of the folder.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are several, and none has the shortest name.</exception>
    public static string? Find(DecisionLog log, string folder, ToolContext context)
    {
        // The one with the fewest words is the general one: "template.md", and not "adr-short-template.md".
        var found = log.Files.Where(file => file.Content.IsSkipped && FileName.Of(file.Content.Path).IsTemplate
                && file.FilePath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .GroupBy(file => WordCount(Path.GetRelativePath(folder, file.FilePath)))
            .MinBy(same => same.Key)?.Select(file => file.FilePath).ToList();
        return found switch
        {
            null => null,
            [var only] => only,
            _ => throw new ToolException($"There are several templates: {string.Join(", ", found.Select(context.Shown))}. Name one with --template."),
        };
    }

    private static int WordCount(string path) =>
        path.Split(['-', '_', ' ', '.', '/', '\\'], StringSplitOptions.RemoveEmptyEntries).Count(word => !word.All(char.IsAsciiDigit));

    /// <summary>The template filled in as a record.</summary>
    /// <param name="template">The template.</param>
    /// <param name="draft">The content of the record.</param>
    public static string Fill(string template, RecordDraft draft)
    {
        var edited = FillHeading(FillFrontMatter(new(template), draft), draft);
        return FillProse(edited, draft).Text;
    }

    private static EditedText FillFrontMatter(EditedText edited, RecordDraft draft)
    {
        if (FrontMatter.Of(edited.Text) is not { Yaml: not null, IsClosed: true } front) return edited;
        var hasSupersedes = false;
        foreach (var line in edited.Lines.Where(line => line.Start < front.BodyStart).ToList())
        {
            if (Field().Match(line.Text) is not { Success: true, Groups: var parts } || ValueOf(parts["key"].Value, draft) is not { } value) continue;
            hasSupersedes |= parts["key"].Value == "supersedes";
            var place = line.Place(parts["value"].Index, parts["value"].Length);
            edited = edited.Replace(place, (parts["space"].Length == 0 ? " " : "") + value);
        }
        var bodyLine = front.BodyLine;
        var fields = edited.Lines.TakeWhile(line => line.Number < bodyLine).ToList();
        var status = fields.LastOrDefault(line => Field().Match(line.Text) is { Success: true } match && match.Groups["key"].Value is "status" or "date");
        if (status.IsNone) return edited;
        return draft.Supersedes is null || hasSupersedes ? edited : edited.Insert(status.Number + 1, $"supersedes: {ValueOf("supersedes", draft)}");
    }

    private static string? ValueOf(string key, RecordDraft draft) => key switch
    {
        "status" => draft.Status,
        "date" or "created" or "updated" => draft.Day.InWords(),
        "title" => YamlText.Scalar(draft.Title),
        "id" or "adr" => draft.Id,
        "number" => draft.FileName.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "supersedes" when draft.Supersedes is { } old => $"[{YamlText.Item(old.Decision.Id)}]",
        _ => null,
    };

    // "# NUMBER. TITLE", "# ADR-0000: {title}", "# [short title]": the number goes where the template has one.
    private static EditedText FillHeading(EditedText edited, RecordDraft draft)
    {
        var body = BodyOf(edited);
        var heading = body.Blocks.FirstOrDefault(block => block.Level == 1);
        if (heading.Level == 0) return edited;
        var line = body.LinesOf(heading).First();
        var written = line.Text.TrimStart();
        var mark = heading.IsSetext ? "" : "# ";
        var numbered = Numbered().Match(heading.IsSetext ? written : written[1..].TrimStart());
        // A number at the start of a line begins a list, even above a line of '='.
        var takesNumber = numbered.Success && !(heading.IsSetext && numbered.Groups["prefix"].Length == 0);
        var before = takesNumber && draft.FileName.Number is { } n
            ? numbered.Groups["prefix"].Value + NumberLike(numbered.Groups["number"].Value, n, draft) + numbered.Groups["after"].Value
            : "";
        return edited.Replace(line.Place(0, line.Length), mark + before + MarkdownText.OfHeading(draft.Title));
    }

    private static string NumberLike(string placeholder, int number, RecordDraft draft) =>
        placeholder is "NUMBER" or "{NUMBER}" or "[NUMBER]" || placeholder.Length == 1
        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : draft.Id[(draft.Id.LastIndexOf('-') + 1)..];

    private static EditedText FillProse(EditedText edited, RecordDraft draft)
    {
        var front = FrontMatter.Of(edited.Text);
        var inFrontMatter = edited.Lines.TakeWhile(line => line.Start < front.BodyStart).Any(line => Field().Match(line.Text).Groups["key"].Value == "status");
        if (inFrontMatter) return edited;
        if (DateIn(edited, draft) is { } date) edited = edited.Replace(date, draft.Day.InWords());
        if (ReadingOf(edited, draft)?.Status is { Form: not StatementForm.Aside } status) return FillStatus(edited, status.Place, draft);
        var body = BodyOf(edited);
        var section = body.Blocks.FirstOrDefault(block => ProseFields.IsStatusHeading(body, block, draft.Conventions));
        if (section.Level > 0) return FillStatus(edited.Insert(section.LastLine + 1, "", "?"), new(section.LastLine + 2, 1, section.LastLine + 2, 2), draft);
        return front.Yaml is not null
            ? edited.Insert(2, $"status: {draft.Status}")
            : edited.Insert(1, "---", $"status: {draft.Status}", $"date: {draft.Day.InWords()}", "---");
    }

    private static EditedText FillStatus(EditedText edited, Place place, RecordDraft draft)
    {
        var line = edited.Line(place.Line).Text;
        var isBullet = line.TrimStart() is ['-' or '*', ' ', ..];
        var isField = isBullet || line.Contains(':', StringComparison.Ordinal);
        var word = isField ? draft.Status : char.ToUpperInvariant(draft.Status[0]) + draft.Status[1..];
        var filled = edited.Replace(place, word);
        if (draft.Supersedes is null) return filled;
        return isBullet
            ? filled.Insert(place.Line + 1, $"{line[..(line.Length - line.TrimStart().Length + 2)]}Supersedes {draft.SupersedesLink}")
            : filled.Insert(place.Line + 1, "", $"Supersedes {draft.SupersedesLink}");
    }

    private static Place? DateIn(EditedText edited, RecordDraft draft) =>
        ReadingOf(edited, draft)?.Fields.Entries.FirstOrDefault(entry => entry.Key.Text == FieldLabels.Date)?.Value.Place;

    private static ProseReading? ReadingOf(EditedText edited, RecordDraft draft) => ProseFields.Of(BodyOf(edited), draft.Conventions);

    private static MarkdownBody BodyOf(EditedText edited) => MarkdownBody.Of(edited.Text, FrontMatter.Of(edited.Text));

    // A value up to a comment, or a quoted text as a whole.
    [GeneratedRegex(@"^(?<key>status|date|created|updated|title|id|adr|number|supersedes)[ \t]*:(?<space>[ \t]*)"
        + @"(?<value>""[^""]*""|'[^']*'|((?![ \t]+#)(?!(?<=:[ \t]*)#).)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<prefix>(ADR[-_ ]?)?)(?<number>NUMBER|N{2,}|X{2,}|x{2,}|\d+|\{NUMBER\}|\[NUMBER\])(?<after>[ \t]*[.:)\u2013\u2014-][ \t]+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
