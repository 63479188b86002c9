using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>The other side of a supersession: marks the records that an accepted record supersedes as superseded by it.</summary>
internal static class Succession
{
    /// <summary>The edits of the records that a record supersedes and that do not name it yet.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="successor">The record as it is in its file. It is accepted, or about to be.</param>
    /// <exception cref="ToolException">A record cannot be edited safely.</exception>
    public static IEnumerable<RecordEdit> Of(DecisionLog log, AdrRecord successor) => successor.Decision.Supersedes
        // If only a part is superseded, the rest stays in force.
        .Where(reference => !reference.Contains('#', StringComparison.Ordinal))
        .Select(reference => log.Found()
            .FirstOrDefault(found => IsSame(found.Record.Decision.Id, reference) || (FileName.Of(found.Record.Path).Id is { } id && IsSame(id, reference))))
        .OfType<FoundRecord>()
        .Where(found => found.Record.Path != successor.Path && !NamesSuccessor(found, successor))
        .Select(found => StatusChange.Supersede(found.File, successor.Decision.Id, successor.Path));

    // Looks at the file itself: the log adds successors that only the other side names.
    private static bool NamesSuccessor(FoundRecord found, AdrRecord successor) =>
        found.File.Content.Record?.Decision is { Status: DecisionStatus.Superseded } decision
            && decision.SupersededBy.Any(reference => IsSame(reference, successor.Decision.Id));

    private static bool IsSame(string a, string b) => Reference.Canonical(a) == Reference.Canonical(b);
}
