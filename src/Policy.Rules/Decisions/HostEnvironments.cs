namespace DecisionPolicies.Rules;

/// <summary>The host environments that a rule or a waiver names.</summary>
internal static class HostEnvironments
{
    /// <summary>Whether an environment is among them.</summary>
    /// <param name="environments">The environments, compared without case; none means all.</param>
    /// <param name="environment">The environment, as in <c>Production</c>; null where it is not known, which only all of them include.</param>
    public static bool Include(this ValueList<string> environments, string? environment)
    {
        if (environments.Count == 0) return true;
        for (var i = 0; environment is not null && i < environments.Count; i++)
        {
            if (string.Equals(environments[i], environment, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
