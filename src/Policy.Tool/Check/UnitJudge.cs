using System.Text;
using DecisionPolicies.Records.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>Reads the files of a unit and judges them. It can be asked from several threads.</summary>
/// <param name="judge">Decides what is broken.</param>
/// <param name="link">Where a record can be read.</param>
/// <param name="context">The surroundings.</param>
internal sealed class UnitJudge(SettingsJudge judge, Func<AdrRecord, string> link, ToolContext context)
{
    private const string LayerGroup = "/layers";
    private const int Block = 4096;

    /// <summary>The format of every file, whatever its name; null to go by the name.</summary>
    public ConfigurationFormat? Format { get; init; }

    /// <summary>What is found in a unit, in the order of files and places.</summary>
    public IReadOnlyList<CheckResult> Judge(CheckUnit unit)
    {
        if (unit.Problem is not null) return [new Unreadable(Shown(unit.Paths[0]), Place.Start, unit.Problem)];
        var results = new List<CheckResult>();
        var lines = new Dictionary<string, Lazy<LineIndex>>(StringComparer.Ordinal);
        var inputs = new List<JudgedTree>();
        var names = SettingsName.All(unit.Paths);
        foreach (var path in unit.Paths)
        {
            if (Read(unit, path, results, lines) is { } file) inputs.AddRange(file.Trees.Select((tree, index) => new JudgedTree(tree, InputOf(unit, path, names[path], tree, index))));
        }
        // With a layer that cannot be read, nobody knows what the others come to.
        if (!unit.IsLayered || results.Count == 0) results.AddRange(Judge(inputs, lines));
        return [.. results.OrderBy(result => result.Path, StringComparer.Ordinal).ThenBy(result => result.Place.Line).ThenBy(result => result.Place.Column)];
    }

    private SettingsInput InputOf(CheckUnit unit, string path, SettingsName name, ConfigurationTree tree, int index)
    {
        // The first tree of a JSON file is what a host merges; everything else stands for itself.
        var group = unit.IsLayered ? LayerGroup : unit.Paths.Count > 1 && index == 0 ? name.Base : $"{path}#{index}";
        var environment = unit.IsLayered ? null : name.Environment ?? (judge.Environment is null ? tree.Environment : null);
        return new(path, group, environment, tree.Settings);
    }

    // The same value can stand in several trees of a file; the first tells most about it. What is waived in one environment, or under one
    // key, hides nothing in another.
    private IEnumerable<Broken> Judge(List<JudgedTree> trees, Dictionary<string, Lazy<LineIndex>> lines)
    {
        var results = new List<Broken>();
        foreach (var group in trees.GroupBy(tree => tree.Input.Group, StringComparer.Ordinal))
        {
            var part = group.Count() == 1 ? group.First().Tree.Part : null;
            results.AddRange(judge.Judge([.. group.Select(tree => tree.Input)]).Select(broken => ResultOf(broken, part, lines)));
        }
        return results
            .DistinctBy(broken => (broken.Path, broken.Place, broken.Setting.Record.Path, broken.Setting.Finding.Rule, broken.Level, broken.Setting.Finding.State == SettingState.Absent ? broken.Part : null));
    }

    private Broken ResultOf(BrokenSetting broken, string? part, Dictionary<string, Lazy<LineIndex>> lines)
    {
        var (path, place, keyPlace) = broken.Place;
        var finding = broken.Finding;
        var level = IsWaived(broken) ? Level.Note : broken.Record.Status == DecisionStatus.Accepted ? Level.Error : Level.Warning;
        var line = finding.State == SettingState.Absent ? null : SourceLine.Of(lines[path].Value, place, keyPlace, finding);
        return new(Shown(path), broken, level, line) { Part = part, Link = link(broken.Record) };
    }

    private bool IsWaived(BrokenSetting broken) =>
        broken.Waiver is { Until: var until } && context.Today <= new DateOnly(until.Year, until.Month, until.Day);

    private ConfigurationFile? Read(CheckUnit unit, string path, List<CheckResult> results, Dictionary<string, Lazy<LineIndex>> lines)
    {
        var format = Format ?? (path == CheckUnit.StandardInput ? ConfigurationFormat.Json : ConfigurationFormats.Of(path));
        if (format is null)
        {
            results.Add(new Unreadable(Shown(path), Place.Start, $"The name tells no format of configuration. Say which it is, as in '--as json'. There are: {string.Join(", ", ConfigurationFormats.Names)}."));
            return null;
        }
        if (ReadText(unit, path, results) is not { } text) return null;
        // Only a finding asks for them.
        lines[path] = new(() => new LineIndex(text));
        var file = ConfigurationFile.Read(format.Value, text);
        results.AddRange(file.Faults.Select(fault => new Unreadable(Shown(path), fault.Place, fault.Message)));
        return file;
    }

    private string? ReadText(CheckUnit unit, string path, List<CheckResult> results)
    {
        try
        {
            // A pipe among the files has no length, and opening it would wait for somebody to write. One that the user names is meant.
            if (unit.IsMet && !StoredFile.HasBytes(path)) return "";
            using var stream = path == CheckUnit.StandardInput ? context.Input() : File.OpenRead(path);
            return (stream.CanSeek && stream.Length > ConfigurationFile.LargestFile ? null : TextOf(stream)) ?? TooLarge(path, results);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            results.Add(new Unreadable(Shown(path), Place.Start, ReasonOf(exception)));
            return null;
        }
    }

    // A pipe or a device does not tell how long it is, and may have no end.
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
        FileNotFoundException or DirectoryNotFoundException => "The file cannot be opened: it is gone, or a link that leads nowhere, or its name is no text.",
        UnauthorizedAccessException => "The file cannot be opened: who runs this command may not read it.",
        _ => $"The file cannot be opened ({exception.GetType().Name}).",
    };

    private string? TooLarge(string path, List<CheckResult> results)
    {
        results.AddRange(ConfigurationFile.TooLarge.Faults.Select(fault => new Unreadable(Shown(path), fault.Place, fault.Message)));
        return null;
    }

    private string Shown(string path) => path == CheckUnit.StandardInput ? "(standard input)" : context.Shown(path);

    private sealed record JudgedTree(ConfigurationTree Tree, SettingsInput Input);
}
