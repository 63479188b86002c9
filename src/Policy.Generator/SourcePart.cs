namespace DecisionPolicies.Generator;

/// <summary>The records whose constants are in one generated source: one record, unless there are very many.</summary>
/// <param name="Records">The records, in the order of their paths; at least one.</param>
/// <remarks>
/// On every edit of any file, the compiler compares the name of each source with all names before it. So the number of sources is limited,
/// and an edit of one record among very many also rewrites its neighbours.
/// </remarks>
internal sealed record SourcePart(ValueList<AdrRecord> Records)
{
    /// <summary>The largest number of sources.</summary>
    public const int Most = 128;

    /// <summary>The name of the source.</summary>
    public string HintName => $"Decisions.{Records[0].Name}.g.cs";

    /// <summary>
    /// Divides the records into parts, each found by the path of its first record. A record that is added at the end changes only the last
    /// part, until the number of records doubles.
    /// </summary>
    /// <param name="records">All records, in the order of their paths.</param>
    public static IReadOnlyDictionary<string, SourcePart> Of(IReadOnlyList<AdrRecord> records)
    {
        var size = 1;
        while (size * Most < records.Count) size *= 2;
        var parts = new Dictionary<string, SourcePart>(StringComparer.Ordinal);
        for (var first = 0; first < records.Count; first += size)
        {
            parts.Add(records[first].Path, new(records.Skip(first).Take(size).ToValueList()));
        }
        return parts;
    }
}
