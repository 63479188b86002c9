namespace DecisionPolicies.Generator;

/// <summary>The decisions of a pack whose constants are in one generated source. The first of them also lists all.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="First">The number of records before this part.</param>
/// <remarks>
/// One source for a large pack would be a text that the runtime keeps apart, and collects last. Many small ones would cost each edit, as
/// <see cref="SourcePart"/> says.
/// </remarks>
internal sealed record PackPart(PackSet Pack, int First)
{
    private const int Most = 12;

    /// <summary>The name of the source.</summary>
    public string HintName => First == 0 ? $"Decisions.Pack.{Pack.ClassName}.g.cs" : $"Decisions.Pack.{Pack.ClassName}.{First}.g.cs";

    /// <summary>The records, in the order of their paths.</summary>
    public IEnumerable<AdrRecord> Records => Pack.Records.Skip(First).Take(Most);

    /// <summary>Divides a pack into parts.</summary>
    /// <param name="pack">The pack.</param>
    public static IEnumerable<PackPart> Of(PackSet pack)
    {
        for (var first = 0; first == 0 || first < pack.Records.Count; first += Most) yield return new(pack, first);
    }
}
