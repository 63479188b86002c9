namespace DecisionPolicies.Records;

/// <summary>The decisions of a pack. Their ids begin with that of the pack, so they are never those of other decisions.</summary>
/// <param name="Manifest">What the pack says about itself.</param>
/// <param name="Records">Its records, in the order of their paths. A path is relative to the pack's repository.</param>
/// <param name="Faults">What is wrong with them, and would leave a decision unenforced.</param>
internal sealed record PackSet(PackManifest Manifest, ValueList<AdrRecord> Records, ValueList<FaultInFile> Faults)
{
    /// <summary>The package.</summary>
    public DecisionPack Pack => Manifest.Pack;

    /// <summary>Combines the files of a pack.</summary>
    /// <param name="manifest">What the pack says about itself.</param>
    /// <param name="files">The result of reading each file of the pack.</param>
    public static PackSet Of(PackManifest manifest, IReadOnlyList<RecordFile> files)
    {
        var set = RecordSet.Of(files);
        var faults = files.SelectMany(file => file.Faults.Select(fault => new FaultInFile(file.Path, fault)))
            .Concat(set.Faults)
            .Where(found => found.Fault.Severity == Severity.Error)
            .OrderBy(found => found.Path, StringComparer.Ordinal).ThenBy(found => found.Fault.Place.Line)
            .ToList();
        if (SemanticVersion.IsNewer(manifest.Engine, EngineVersion.Text))
        {
            faults.Insert(0, new(PackManifest.FileName, new(FaultKind.UnreadablePack, Place.Start,
                $"The pack was made by DecisionPolicies {manifest.Engine}, and this is {EngineVersion.Text}, which may not know all of its rules. "
                    + $"Use DecisionPolicies {manifest.Engine} or later.")));
        }
        return new(manifest, set.Complete(files).Select(record => Packed(record, manifest)).ToValueList(), faults.ToValueList());
    }

    /// <summary>The name of the class that holds its constants.</summary>
    public string ClassName => Manifest.ClassName;

    /// <summary>The same pack with another name of its class.</summary>
    /// <param name="name">The name.</param>
    public PackSet Named(string name) => name == ClassName ? this : this with
    {
        Manifest = Manifest with { ClassName = name },
        Records = Records.Select(record => record with { Name = name + record.Name.Substring(record.Name.LastIndexOf('.')) }).ToValueList(),
    };

    /// <summary>Whether a reference begins with the id of this pack.</summary>
    /// <param name="reference">The reference, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
    public bool IsNamedBy(string reference) => reference.StartsWith(Pack.Id + "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The record that a reference names, or null.</summary>
    /// <param name="reference">The reference, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
    public AdrRecord? Find(string reference)
    {
        if (!IsNamedBy(reference)) return null;
        var id = Reference.Canonical(reference.Substring(Pack.Id.Length + 1));
        return Records.FirstOrDefault(record => Reference.Canonical(record.Decision.IdInPack()) == id);
    }

    private static AdrRecord Packed(AdrRecord record, PackManifest manifest)
    {
        var decision = record.Decision;
        // A path says nothing without its repository, and the project's own link base leads elsewhere.
        var link = decision.Link != record.Path ? decision.Link
            : manifest.LinkBase.Length > 0 ? AdrRecord.LinkTo(record.Path, manifest.LinkBase)
            : $"{manifest.Pack.Id}/{record.Path}";
        return record with
        {
            Name = $"{manifest.ClassName}.{record.Name}",
            Decision = decision with
            {
                Id = Qualified(decision.Id),
                Pack = manifest.Pack,
                Link = link,
                Supersedes = decision.Supersedes.Select(Qualified).ToValueList(),
                SupersededBy = decision.SupersededBy.Select(Qualified).ToValueList(),
            },
        };

        string Qualified(string id) => Reference.IsExternal(id) ? id : $"{manifest.Pack.Id}/{id}";
    }
}
