using DecisionPolicies.Tool.Packs;

namespace DecisionPolicies.Tool.Repository;

/// <summary>A record and its file.</summary>
/// <param name="Record">The record, with references to other records as their ids.</param>
/// <param name="File">The file.</param>
internal sealed record FoundRecord(AdrRecord Record, LogFile File);

/// <summary>
/// Finds the record that a user names: by <c>1</c>, <c>0001</c>, <c>ADR-0001</c>, <c>adr-1</c>, its C# name, the name of its file, a
/// path to it, or one of its aliases. The decision of a pack also has an id that no other has: <c>Contoso.Decisions/ADR-0001</c>. What names a
/// record of the repository never means a record of a pack.
/// </summary>
internal static class RecordLookup
{
    private const int MostSuggestions = 3;

    /// <summary>The record.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="context">The surroundings: a path is relative to their folder.</param>
    /// <exception cref="ToolException">The text matches no record, several, or one that cannot be read.</exception>
    public static FoundRecord Find(this DecisionLog log, string text, ToolContext context)
    {
        var name = text.Trim();
        var found = log.OwnMatching(name, context);
        if (found.Count == 0 && log.Packs.Matching(name) is { Count: > 0 } packed)
        {
            return packed.Count == 1 ? packed[0] : throw new ToolException(
                $"'{name}' matches more than one record: {string.Join(", ", packed.Select(each => each.Record.Decision.Id))}. Name one of these ids.");
        }
        return found switch
        {
            [] => throw new ToolException($"There is no record '{name}'.{Suggestion(log, name)}"),
            [{ Content.Record: not null } file] => log.Of(file)!,
            [var file] => throw new ToolException($"{WhyUnreadable(file)}"),
            _ => throw new ToolException(
                $"'{name}' matches more than one record: {string.Join(", ", found.Select(file => file.Content.Path))}. Name the file."),
        };
    }

    /// <summary>Whether the text matches a record of the repository, or several.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="context">The surroundings: a path is relative to their folder.</param>
    public static bool HasOwn(this DecisionLog log, string text, ToolContext context) => log.OwnMatching(text.Trim(), context).Count > 0;

    /// <summary>The records of packs that a text matches, in the first of the ways in which it matches any.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="text">What the user wrote, without space around it.</param>
    public static IReadOnlyList<FoundRecord> Matching(this PackLog packs, string text)
    {
        var named = packs.Packs.Select(pack => pack.Set.Find(text)?.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return FirstWay(packs.Found.ToList(),
        [
            found => named.Contains(found.Record.Path),
            found => Is(text, found.Record.Name) || Is(text, found.Record.Path),
            found => IsFile(found.File, text),
            found => IsId(found.File, text),
            found => Is(text, found.Record.Name[(found.Record.Name.LastIndexOf('.') + 1)..]),
            found => IsNumber(found.File, text),
            found => IsAlias(found.File, text),
        ]);
    }

    private static IReadOnlyList<LogFile> OwnMatching(this DecisionLog log, string name, ToolContext context)
    {
        var files = log.Files.Where(file => !file.Content.IsSkipped).ToList();
        return FirstWay(files,
        [
            file => IsFile(file, name) || IsPath(file, name, context),
            file => IsId(file, name),
            file => IsName(log, file, name),
            file => IsNumber(file, name),
            file => IsAlias(file, name),
        ]);
    }

    private static IReadOnlyList<T> FirstWay<T>(List<T> all, Func<T, bool>[] ways) =>
        ways.Select(way => all.Where(way).ToList()).FirstOrDefault(those => those.Count > 0) ?? [];

    /// <summary>The record of a file; null if the file does not have one.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="file">One of its files.</param>
    public static FoundRecord? Of(this DecisionLog log, LogFile file) =>
        (log.RecordOf(file.Content.Path) ?? file.Content.Record) is { } record ? new(record, file) : null;

    /// <summary>Every record with its file, in the order of their paths.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<FoundRecord> Found(this DecisionLog log) => log.Files.Select(log.Of).OfType<FoundRecord>();

    /// <summary>Every record with its file: those of the repository, then those of each pack.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<FoundRecord> FoundWithPacks(this DecisionLog log) => log.Found().Concat(log.Packs.Found);

    private static bool IsFile(LogFile file, string text)
    {
        var name = Path.GetFileName(file.FilePath);
        return Is(text, name) || Is(text, Path.GetFileNameWithoutExtension(name)) || Is(text.Replace('\\', '/'), file.Content.Path);
    }

    private static bool IsPath(LogFile file, string text, ToolContext context) =>
        text.Length > 0 && !text.Contains('\0') && string.Equals(context.Absolute(text), file.FilePath, StringComparison.Ordinal);

    private static bool IsId(LogFile file, string text) => HasNoWords(text) && IdsOf(file).Any(id => Reference.Canonical(id) == Reference.Canonical(text));

    private static bool IsName(DecisionLog log, LogFile file, string text) => log.Of(file) is { } found && Is(text, found.Record.Name);

    private static bool IsAlias(LogFile file, string text) => file.Content.Record?.Decision.Aliases.Any(alias => Is(alias, text)) == true;

    // In a folder with ARCH-001-x.md, 1 matches ARCH-001.
    private static bool IsNumber(LogFile file, string text) => NumberIn(text) is { } number && IdsOf(file).Any(id => FileName.Of(id).Number == number);

    // The file's number also names the record, whatever its front matter says.
    private static IEnumerable<string> IdsOf(LogFile file) => new[] { file.Content.Record?.Decision.Id, FileName.Of(file.Content.Path).Id }.OfType<string>();

    // "0001-other-words" is a file that does not exist, not ADR-0001.
    private static bool HasNoWords(string text) => FileName.Of(text) is not { Number: not null, Slug.Length: > 0 };

    private static int? NumberIn(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) ? FileName.Of(text).Number : null;

    private static string WhyUnreadable(LogFile file) => file.Content.Faults.FirstOrDefault() is { } fault
        ? $"{file.Content.Path}({fault.Place.Line},{fault.Place.Column}): {fault.Message}"
        : $"{file.Content.Path}: The record cannot be read.";

    private static string Suggestion(DecisionLog log, string text)
    {
        var nearest = Nearest(log.FoundWithPacks().Select(found => found.Record).ToList(), text)
            .Take(MostSuggestions)
            .Select(record => $"{record.Decision.Id} ({record.Decision.Title})")
            .ToList();
        return nearest.Count == 0 ? " 'decisions list' shows all records." : $" Did you mean {string.Join(" or ", nearest)}?";
    }

    private static IEnumerable<AdrRecord> Nearest(List<AdrRecord> records, string text)
    {
        if (FileName.Of(text).Number is { } number)
        {
            return records.Select(record => (record, FileName.Of(record.Decision.Id).Number)).Where(r => r.Number is not null)
                .OrderBy(r => Math.Abs(r.Number!.Value - number)).Select(r => r.record).Take(2);
        }
        var words = PascalCase.Of(text);
        var misspelled = records.Where(record => Spelling.Nearest(words, [record.Name, PascalCase.Of(record.Decision.Id)]) is not null);
        var partly = records.Where(record => words.Length > 2 && (Contains(record.Name, words) || record.Decision.Tags.Any(word => Is(word, text))));
        return misspelled.Concat(partly).Distinct();
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
