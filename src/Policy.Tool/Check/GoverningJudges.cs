using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Chooses what judges a file: the repository's own records, and the packs that govern it. Projects can have different packs, or different
/// versions of one. It is safe for several threads.
/// </summary>
internal sealed class GoverningJudges
{
    private readonly DecisionLog _log;
    private readonly DateOnly _today;
    private readonly Lock _lock = new();
    private readonly Dictionary<IReadOnlyList<AdrRecord>, SettingsJudge> _judges = new(ReferenceEqualityComparer.Instance);
    private readonly List<AdrRecord> _own;

    /// <summary>Prepares to judge.</summary>
    /// <param name="log">The records and the packs.</param>
    /// <param name="today">The day by which waivers expire.</param>
    public GoverningJudges(DecisionLog log, DateOnly today)
    {
        (_log, _today) = (log, today);
        _own = [.. log.Set.Records.Where(Judges)];
        Records = [.. _own, .. log.Packs.AllRecords.Where(Judges)];
    }

    /// <summary>The only environment to judge in; null for every environment in which the verdict can differ.</summary>
    public string? Environment { get; init; }

    /// <summary>Every record that judges some file.</summary>
    public IReadOnlyList<AdrRecord> Records { get; }

    /// <summary>What judges files that are judged together.</summary>
    /// <param name="paths">Their absolute paths; <see cref="CheckUnit.StandardInput"/> for what is piped in.</param>
    public SettingsJudge For(IReadOnlyList<string> paths)
    {
        var packed = paths.Select(_log.Packs.RecordsFor).Distinct<IReadOnlyList<AdrRecord>>(ReferenceEqualityComparer.Instance).ToList();
        // Files of several projects are a deployment of its own.
        var governing = packed is [var only] ? only : _log.Packs.RecordsFor(CheckUnit.StandardInput);
        lock (_lock)
        {
            if (_judges.TryGetValue(governing, out var known)) return known;
            return _judges[governing] = new([.. _own, .. governing.Where(Judges)], _today) { Environment = Environment, IsDeployment = true };
        }
    }

    private static bool Judges(AdrRecord record) => record.Decision.Enforces<ConfigurationRule>();
}
