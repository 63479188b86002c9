namespace DecisionPolicies;

/// <summary>
/// Makes the code that runs here see one generation of a configuration, whatever is published meanwhile, and so does what it awaits. What
/// goes on when this is over sees the accepted generation again.
/// </summary>
internal sealed class SeenGeneration : IDisposable
{
    private static readonly AsyncLocal<SeenGeneration?> _current = new();

    private readonly AcceptedConfiguration _configuration;
    private readonly SeenGeneration? _outer;
    private volatile Generation? _generation;

    private SeenGeneration(AcceptedConfiguration configuration, Generation generation) =>
        (_configuration, _generation, _outer) = (configuration, generation, _current.Value);

    /// <summary>The generation of a configuration that is seen here; null if it is whichever is accepted.</summary>
    public static Generation? Of(AcceptedConfiguration configuration) => Find(configuration)?._generation;

    /// <summary>Makes the code that follows see a generation, until the result is disposed.</summary>
    public static SeenGeneration See(AcceptedConfiguration configuration, Generation generation) =>
        _current.Value = new(configuration, generation);

    /// <summary>Makes code that has set a key see it.</summary>
    public static void Renew(AcceptedConfiguration configuration, Generation generation)
    {
        if (Find(configuration) is { } seen) seen._generation = generation;
    }

    public void Dispose()
    {
        _generation = null;
        _current.Value = _outer;
    }

    private static SeenGeneration? Find(AcceptedConfiguration configuration)
    {
        for (var seen = _current.Value; seen is not null; seen = seen._outer)
        {
            if (seen._configuration == configuration && seen._generation is not null) return seen;
        }
        return null;
    }
}
