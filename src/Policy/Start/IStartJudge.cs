using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>Judges something else of a host than its configuration, before the host starts.</summary>
internal interface IStartJudge
{
    /// <summary>Every rejection, or none.</summary>
    /// <param name="host">The host, built and not started.</param>
    IReadOnlyList<string> Refusals(IHost host);
}
