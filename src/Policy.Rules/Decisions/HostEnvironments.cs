namespace DecisionPolicies.Rules;

/// <summary>The host environments that a rule or a waiver names.</summary>
internal static class HostEnvironments
{
    /// <summary>Every environment that no file, rule or waiver names: a host may be started in any.</summary>
    public const string AnyOther = "any other environment";

    /// <summary>Whether an environment is in the list.</summary>
    /// <param name="environments">The environments; case does not matter. An empty list means all environments.</param>
    /// <param name="environment">The environment, as in <c>Production</c>; null if it is unknown, which only an empty list includes.</param>
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
