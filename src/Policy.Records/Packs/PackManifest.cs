namespace DecisionPolicies.Records;

/// <summary>What a decision pack says about itself: the content of <c>decision-pack.yml</c> beside its records.</summary>
/// <param name="Pack">The package.</param>
/// <param name="ClassName">The name of the class that holds its constants.</param>
/// <param name="LinkBase">The URL that a record's path is appended to; empty if the pack does not know it.</param>
/// <param name="Engine">The version of DecisionPolicies that made the pack; empty if it is unknown.</param>
internal sealed record PackManifest(DecisionPack Pack, string ClassName, string LinkBase, string Engine)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "decision-pack.yml";

    private const int LongestText = 64 * 1024;

    private static readonly string[] _endings = ["Decisions", "Adr", "Adrs"];

    /// <summary>Whether a file is a manifest.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsIn(string path) => path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase)
        && (path.Length == FileName.Length || path[path.Length - FileName.Length - 1] is '/' or '\\');

    /// <summary>Reads a manifest; null, with a fault, if it cannot be read.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="faults">Where faults are added.</param>
    public static PackManifest? Read(string text, List<Fault> faults)
    {
        if (text.Length > LongestText)
        {
            faults.Add(new(FaultKind.UnreadablePack, Place.Start, $"The manifest is longer than {LongestText / 1024} KiB, so it is not read."));
            return null;
        }
        var before = faults.Count;
        var root = YamlReader.ReadDocument(text, 1, out var unreadable);
        if (unreadable is not null) faults.Add(new(FaultKind.UnreadablePack, unreadable.Place, $"The manifest cannot be read: {unreadable.Reason}"));
        else if (root is not YamlMapping) faults.Add(new(FaultKind.UnreadablePack, Place.Start, "The manifest is not a mapping."));
        if (faults.Count > before) return null;
        var fields = new FieldReader((YamlMapping)root!, faults);
        var (id, version) = (fields.Text("id"), fields.Text("version"));
        if (id is not { Length: > 0 } || version is not { Length: > 0 })
        {
            fields.Report(FaultKind.UnreadablePack, fields.Place, "The manifest does not name the package and its version.");
            return null;
        }
        var name = fields.Text("class") is { Length: > 0 } stated ? stated : ClassOf(id);
        return new(new(id, version), name, (fields.Text("link-base") ?? "").TrimEnd('/'), fields.Text("engine") ?? "");
    }

    /// <summary>The lines of a manifest.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"id: \"{Pack.Id}\"";
        yield return $"version: \"{Pack.Version}\"";
        if (ClassName != ClassOf(Pack.Id)) yield return $"class: \"{ClassName}\"";
        if (LinkBase.Length > 0) yield return $"link-base: \"{LinkBase}\"";
        if (Engine.Length > 0) yield return $"engine: \"{Engine}\"";
    }

    /// <summary>The class of a package: its id without a final <c>.Decisions</c> or <c>.Adr</c>, as one C# name.</summary>
    /// <param name="id">The package's id.</param>
    public static string ClassOf(string id)
    {
        var end = _endings.FirstOrDefault(each => id.EndsWith("." + each, StringComparison.OrdinalIgnoreCase));
        return PascalCase.Of(end is null ? id : id.Substring(0, id.Length - end.Length - 1));
    }
}
