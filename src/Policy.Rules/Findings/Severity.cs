namespace DecisionPolicies.Rules;

/// <summary>The severity of a finding, lowest first. The build, the command and the log use these words.</summary>
internal enum Severity
{
    /// <summary>Worth knowing; never fails anything.</summary>
    Info,

    /// <summary>Needs attention; fails only what warnings fail.</summary>
    Warning,

    /// <summary>A decision is broken or may not be enforced.</summary>
    Error,
}

/// <summary>Severities in words.</summary>
internal static class SeverityText
{
    /// <summary>The severity as reports write it, as in <c>error</c>.</summary>
    /// <param name="severity">The severity.</param>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
