namespace DecisionPolicies.Records;

/// <summary>The faults of a pack in words, where the pack is used. Only the owners of a pack can correct its records.</summary>
internal static class PackFaultText
{
    /// <summary>What is wrong, with the package, its version and the place in its record.</summary>
    /// <param name="found">The fault, in a file of the pack.</param>
    /// <param name="pack">The pack.</param>
    public static string InPack(this FaultInFile found, DecisionPack pack) =>
        $"{pack}, {found.Path}({found.Fault.Place.Line},{found.Fault.Place.Column}): {found.Fault.Message}"
            // What is wrong with the pack as a whole says itself what to do.
            + (PackManifest.IsIn(found.Path) ? "" : " Use another version of the pack, or ask its owners to correct the record.");
}
