namespace DecisionPolicies;

/// <summary>Options that keep their last good value, of any type.</summary>
internal interface IKeptOptions
{
    /// <summary>Creates the first value, and follows the configuration from then on, even if no code reads the options.</summary>
    void Begin();

    /// <summary>Tries what a reload brings, before anybody sees it.</summary>
    /// <param name="reports">Is given what to report once the locks are free.</param>
    /// <param name="isKey">Whether code has set a key, and no source has changed.</param>
    /// <returns>Whether the options would be valid.</returns>
    bool AreGood(List<Action?> reports, bool isKey);
}
