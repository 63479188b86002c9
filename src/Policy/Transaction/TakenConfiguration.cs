using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>The configurations of a host whose reloads are transactions. It needs no other service, because all options need it.</summary>
internal sealed class TakenConfiguration
{
    private ImmutableArray<AcceptedConfiguration> _all = [];

    /// <summary>What the application sees. Usually there is one; a configuration whose reloads are judged after they are seen is not here.</summary>
    public IReadOnlyList<AcceptedConfiguration> All => _all;

    /// <summary>Takes a configuration over, with whatever was added to it since.</summary>
    public void TakeOver(IConfiguration? configuration)
    {
        if (AcceptedSources.TakeOver(configuration) is { } accepted && !_all.Contains(accepted)) _all = _all.Add(accepted);
    }

    /// <summary>Makes this thread see one accepted generation of each, until the result is disposed.</summary>
    public IDisposable? SeeAccepted() => _all.Length switch
    {
        0 => null,
        1 => _all[0].SeeAccepted(),
        _ => new Several([.. _all.Select(accepted => accepted.SeeAccepted())]),
    };

    private sealed class Several(SeenGeneration[] seen) : IDisposable
    {
        public void Dispose()
        {
            for (var i = seen.Length - 1; i >= 0; i--) seen[i].Dispose();
        }
    }
}
