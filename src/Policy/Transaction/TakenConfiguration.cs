using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>The configuration of a host once its reloads are transactions. It needs no other service, because all options need it.</summary>
internal sealed class TakenConfiguration
{
    /// <summary>What the application sees; null if its reloads are judged after they are seen.</summary>
    public AcceptedConfiguration? Accepted { get; private set; }

    /// <summary>Takes a configuration over, with whatever was added to it since.</summary>
    public void TakeOver(IConfiguration? configuration) => Accepted = AcceptedSources.TakeOver(configuration) ?? Accepted;

    /// <summary>Makes this thread see one accepted generation, until the result is disposed; null if its reloads are judged after they are seen.</summary>
    public IDisposable? SeeAccepted() => Accepted?.SeeAccepted();
}
