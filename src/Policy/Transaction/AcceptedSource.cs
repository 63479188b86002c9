using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>The one source of a configuration whose reloads are transactions: it takes the place of all that the application has added.</summary>
/// <param name="accepted">The configuration that the application sees.</param>
internal sealed class AcceptedSource(AcceptedConfiguration accepted) : IConfigurationSource
{
    /// <summary>The configuration that the application sees.</summary>
    public AcceptedConfiguration Accepted => accepted;

    // Called again whenever somebody else changes the list of sources.
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new AcceptedProvider(accepted);
}
