using System.Text;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>Reads the files of a unit and judges them. It is safe for several threads.</summary>
/// <param name="judges">What judges the settings of a file.</param>
/// <param name="cite">Gives a record's decision the link to its record.</param>
/// <param name="context">The surroundings.</param>
internal sealed class UnitJudge(GoverningJudges judges, Func<AdrRecord, DecisionPolicy> cite, ToolContext context)
{
    private const int Block = 4096;

    // Of a file that another refers to, and that is judged by itself as well.
    private readonly SeenPlaces _unknown = new();
    private const string HowToName = "Standard input is read as JSON; name another format with --as, as in '--as env'.";
    private const string NotRegular = "This is a pipe, a socket or a device, not a regular file. Name it to read it, or leave it out with --exclude.";

    /// <summary>The format of every file, whatever its name; null to derive it from the name.</summary>
    public ConfigurationFormat? Format { get; init; }

    /// <summary>Receives what is not judged, such as placeholders.</summary>
    public NotJudged NotJudged { get; init; } = new();

    /// <summary>The files in git's index, to be read as they are there; null to read files from their folders.</summary>
    public StagedFiles? Staged { get; init; }

    /// <summary>The files to which the check is limited; null for all.</summary>
    public ChangedFiles? Changed { get; init; }

    /// <summary>The results for a unit, in the order of files and places.</summary>
    public JudgedUnit Judge(CheckUnit unit)
    {
        if (unit.Problem is not null) return new([new Unreadable(unit.Paths[0], Shown(unit.Paths[0]), Place.Start, unit.Problem)], 0);
        var faults = new List<Unreadable>();
        var lines = new Dictionary<string, Lazy<LineIndex>>(StringComparer.Ordinal);
        var files = new Dictionary<string, ConfigurationFile>(StringComparer.Ordinal);
        var names = SettingsName.All(unit.Paths);
        var referred = new List<string>();
        var (judged, isBaseLost) = (0, false);
        foreach (var path in unit.Paths)
        {
            if (Read(unit, path, faults, lines, referred) is { IsRead: true } file)
            {
                files[path] = file;
                // A file with nothing else than what is not read is not judged.
                if (file.Trees.Count + file.Idle.Count > 0 || file.Unread.Count + file.Missing.Count == 0) judged++;
            }
            else
            {
                files[path] = ConfigurationFile.Lost(new(faults[^1].Place, faults[^1].Message));
                isBaseLost |= names[path].Environment is null;
            }
        }
        if (unit.IsOnlyReferring && !referred.Exists(Changed!.Has)) return JudgedUnit.PassedOver;
        // If a layer, or the file that all environments share, cannot be read, the merged result is unclear.
        if (unit.IsLayered ? faults.Count > 0 : isBaseLost) return new(InOrder(WithOthers(faults, unit)), 0);
        var groups = unit.IsLayered ? LayersOf(unit, files, faults) : JudgedGroups.Beside(files, declares: judges.Environment is null);
        var unknown = new HashSet<SettingPlace>();
        var broken = Judge(groups, unit, lines, unknown).ToList();
        if (unit.IsLayered && faults.Count > 0) return new(InOrder(faults), 0);
        var counted = unknown.Where(_unknown.Add).ToList();
        var expressions = counted.Count(place => files.TryGetValue(place.Path, out var file) && file.Expressions.Contains(place.Place));
        NotJudged.AddExpressions(expressions);
        NotJudged.AddPlaceholders(counted.Count - expressions);
        foreach (var format in files.Values.SelectMany(file => file.Unread)) NotJudged.AddFormat(format);
        foreach (var missing in files.Values.SelectMany(file => file.Missing)) NotJudged.AddMissing(missing);
        if (judges.Environment is null) NotJudged.AddEnvironments(files.Values.Count(file => file.Trees.Any(tree => tree.HasUnknownEnvironment)));
        return new(InOrder([.. faults, .. broken]), judged)
        {
            Notes = unit.IsLayered ? [.. unit.Paths.Where((_, index) => unit.ProcessOf(index) is null).SelectMany(path => SeveralIn(path, files[path]))] : [],
        };
    }

    private static IReadOnlyList<CheckResult> InOrder(IEnumerable<CheckResult> results) =>
        [.. results.OrderBy(result => result.Path, StringComparer.Ordinal).ThenBy(result => result.Place.Line).ThenBy(result => result.Place.Column)];

    private List<Unreadable> WithOthers(List<Unreadable> faults, CheckUnit unit)
    {
        var others = unit.Paths.Select(Shown).Except(faults.Select(fault => fault.Path), StringComparer.Ordinal).ToList();
        if (others.Count == 0) return faults;
        var what = (unit.IsLayered, others.Count) switch
        {
            (true, 1) => "The other layer was",
            (true, _) => $"The other {others.Count} layers were",
            (false, 1) => "The file that is merged with it was",
            _ => $"The {others.Count} files that are merged with it were",
        };
        return [faults[0] with { Message = $"{faults[0].Message} {what} not checked because of this: {string.Join(", ", others)}.", Others = others },
            .. faults.Skip(1)];
    }

    private IEnumerable<string> SeveralIn(string path, ConfigurationFile file)
    {
        if (JudgedGroups.NamesIn(file) is not { Count: > 1 } names) yield break;
        yield return $"{Shown(path)} has {names.Count} processes or documents, and each was judged in turn: {string.Join(", ", names)}. "
            + $"Name one as in '{Shown(path)}#{names[0]}'.";
    }

    private IEnumerable<JudgedGroup> LayersOf(CheckUnit unit, Dictionary<string, ConfigurationFile> files, List<Unreadable> faults) => JudgedGroups.Layered(
        [.. unit.Paths.Select((path, index) => (path, files[path], unit.ProcessOf(index)))],
        declares: judges.Environment is null,
        (path, message) => faults.Add(new(path, Shown(path), Place.Start, message)));

    // The same value can occur in several configurations of a file; the first says most about it. A waiver for one environment or key hides
    // nothing in another.
    private IEnumerable<Broken> Judge(
        IEnumerable<JudgedGroup> groups, CheckUnit unit, Dictionary<string, Lazy<LineIndex>> lines, HashSet<SettingPlace> unknown)
    {
        var results = new List<(Broken Broken, string? Key)>();
        var judge = judges.For(unit.Paths);
        foreach (var group in groups)
        {
            var broken = judge.Judge(group.Inputs, isComplete: unit.IsLayered, unknown);
            results.AddRange(broken.Select(setting => (ResultOf(setting, group.Part, lines), KeyBesidePlace(setting.Finding, group.Part, group.IsOnePlace))));
        }
        return results
            .DistinctBy(result => (
                result.Broken.Path,
                result.Broken.Place,
                result.Broken.Setting.Record.Path,
                result.Broken.Setting.Finding.Rule,
                result.Broken.Setting.Verdict,
                result.Key))
            .Select(result => result.Broken);
    }

    // Values differ by their places. A missing setting does not have a place of its own, and all settings in one quoted text share one.
    private static string? KeyBesidePlace(Finding finding, FilePart? part, bool isOnePlace) =>
        finding.State == SettingState.Absent ? $"{finding.Key}\n{part?.Text}" : isOnePlace ? finding.Key : null;

    private Broken ResultOf(BrokenSetting broken, FilePart? part, Dictionary<string, Lazy<LineIndex>> lines)
    {
        var (path, place, keyPlace) = broken.Place;
        var finding = broken.Finding;
        var line = finding.State == SettingState.Absent ? null : SourceLine.Of(lines[path].Value, place, keyPlace, finding);
        return new(Shown(path), broken, line) { Part = part, Decision = cite(broken.Record) };
    }

    private ConfigurationFile? Read(
        CheckUnit unit, string path, List<Unreadable> faults, Dictionary<string, Lazy<LineIndex>> lines, List<string> referred)
    {
        var format = Format ?? (path == CheckUnit.StandardInput ? ConfigurationFormat.Json : ConfigurationFormats.Of(path));
        if (format is null)
        {
            faults.Add(new(path, Shown(path), Place.Start,
                "The file name does not say which format the file has. Name the format, as in '--as json'. "
                + $"Formats: {string.Join(", ", ConfigurationFormats.Names)}."));
            return null;
        }
        if (ReadText(unit, path, faults) is not { } text) return null;
        var others = ReferredBy(path);
        var file = ConfigurationFile.Read(path, format.Value, text, isForHost: Format is not null || unit.IsLayered, others);
        referred.AddRange(others.Paths);
        // Only a finding needs them.
        lines[path] = new(() => new LineIndex(text));
        foreach (var other in others.Found) lines[other.Path] = new(() => new LineIndex(other.Text));
        faults.AddRange(others.Faults.Select(each => new Unreadable(each.Path, Shown(each.Path), each.Fault.Place, each.Fault.Message)));
        faults.AddRange(file.Faults.Select(fault => new Unreadable(path, Shown(path), fault.Place, fault.Message)));
        if (path == CheckUnit.StandardInput && Format is null && file.Fault is not null)
        {
            faults[^1] = faults[^1] with { Message = $"{faults[^1].Message} {HowToName}" };
        }
        return file;
    }

    // In a repository, its files; elsewhere, those below the folder in which the command runs, or the file's own.
    private ReferredFiles ReferredBy(string path)
    {
        var folder = path == CheckUnit.StandardInput ? context.Folder : Path.GetDirectoryName(path)!;
        var isBelow = folder.StartsWith(Path.TrimEndingDirectorySeparator(context.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new(folder, new(() => RecordsFolder.RepositoryAbove(folder) ?? (isBelow ? context.Folder : folder)), TextOfReferred);
    }

    private string? TextOfReferred(string path)
    {
        try
        {
            if (Staged is null && (!File.Exists(path) || !StoredFile.IsRegular(path))) return null;
            using var stream = Staged is null ? File.OpenRead(path) : Staged.OpenAny(path);
            return stream is null || stream.Length > ConfigurationFile.LargestFile ? null : TextOf(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? ReadText(CheckUnit unit, string path, List<Unreadable> faults)
    {
        try
        {
            // Opening a pipe would wait for a writer, unless the user named it on purpose.
            var staged = Staged?.Open(path);
            if (staged is null && unit.IsMet && !StoredFile.IsRegular(path)) return Fail(NotRegular);
            using var stream = staged ?? (path == CheckUnit.StandardInput ? context.Input() : File.OpenRead(path));
            if (stream is null) return Fail("Standard input is closed. Pipe a configuration in, or name a file.");
            return (stream.CanSeek && stream.Length > ConfigurationFile.LargestFile ? null : TextOf(stream)) ?? Fail(ConfigurationFile.TooLarge);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(ReasonOf(exception));
        }

        string? Fail(string message)
        {
            faults.Add(new(path, Shown(path), Place.Start, message));
            return null;
        }
    }

    // The length of a pipe or a device is unknown, and may be infinite.
    private static string? TextOf(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        var buffer = new char[Block];
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            if (text.Length + read > ConfigurationFile.LargestFile) return null;
            text.Append(buffer, 0, read);
        }
        return text.ToString();
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The file cannot be opened: it does not exist, is a broken link, or its name is not text.",
        UnauthorizedAccessException => "The file cannot be opened: you do not have permission to read it.",
        _ => $"The file cannot be opened ({exception.GetType().Name}).",
    };

    private string Shown(string path) => path == CheckUnit.StandardInput ? ArtifactUri.StandardInput : context.Shown(path);
}
