using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>Judges more of a host than its configuration, before the host starts.</summary>
internal interface IStartJudge
{
    /// <summary>Returns every rejection; empty if there is none.</summary>
    /// <param name="host">The host, built but not started.</param>
    IReadOnlyList<string> Refusals(IHost host);
}
