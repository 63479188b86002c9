namespace DecisionPolicies;

/// <summary>Options that keep their last good value, of any type.</summary>
internal interface IKeptOptions
{
    /// <summary>Creates the first value, and follows the configuration from then on, even if no code reads the options.</summary>
    void Begin();
}
