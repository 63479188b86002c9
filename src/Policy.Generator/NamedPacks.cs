namespace DecisionPolicies.Generator;

/// <summary>The packs of a project, each with a class of its own.</summary>
/// <param name="Packs">The packs.</param>
/// <param name="Faults">A message for each class that could not have its name.</param>
internal sealed record NamedPacks(ValueList<PackSet> Packs, ValueList<string> Faults)
{
    /// <summary>Names the classes of packs.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="chosen">The names that the project chose.</param>
    /// <param name="names">The names of the project's own decisions.</param>
    public static NamedPacks Of(ValueList<PackSet> packs, string chosen, IEnumerable<RecordName> names)
    {
        var faults = new List<string>();
        var named = PackClasses.Named(packs, chosen, names.Select(name => name.Name), faults);
        return new(named, faults.ToValueList());
    }
}
