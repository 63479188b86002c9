using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Check;

/// <summary>Places that were seen before. It is safe for several threads.</summary>
internal sealed class SeenPlaces
{
    private readonly Lock _lock = new();
    private readonly HashSet<SettingPlace> _places = [];

    /// <summary>Adds a place.</summary>
    /// <param name="place">The place.</param>
    /// <returns>False if it was seen before.</returns>
    public bool Add(SettingPlace place)
    {
        lock (_lock) return _places.Add(place);
    }
}
