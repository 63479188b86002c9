namespace DecisionPolicies;

/// <summary>Makes a thread see one generation of a configuration, whatever is published meanwhile.</summary>
internal sealed class SeenGeneration : IDisposable
{
    [ThreadStatic]
    private static SeenGeneration? _current;

    private readonly AcceptedConfiguration _configuration;
    private readonly Generation _generation;
    private readonly SeenGeneration? _outer;

    private SeenGeneration(AcceptedConfiguration configuration, Generation generation) =>
        (_configuration, _generation, _outer) = (configuration, generation, _current);

    /// <summary>The generation of a configuration that this thread sees; null if it sees whichever is accepted.</summary>
    public static Generation? Of(AcceptedConfiguration configuration)
    {
        for (var seen = _current; seen is not null; seen = seen._outer)
        {
            if (seen._configuration == configuration) return seen._generation;
        }
        return null;
    }

    /// <summary>Makes this thread see a generation, until the result is disposed.</summary>
    public static SeenGeneration See(AcceptedConfiguration configuration, Generation generation) => _current = new(configuration, generation);

    public void Dispose() => _current = _outer;
}
