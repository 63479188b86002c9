namespace DecisionPolicies;

/// <summary>Options of some type that keep their last good value.</summary>
internal interface IKeptOptions
{
    /// <summary>Makes the first value, and follows the configuration from then on, whether or not anybody reads the options.</summary>
    void Begin();
}
