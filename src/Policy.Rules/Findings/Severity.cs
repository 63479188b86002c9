namespace DecisionPolicies.Rules;

/// <summary>How much something that was found weighs, least first. The build, the command and the log use these words.</summary>
internal enum Severity
{
    /// <summary>Worth knowing; it never fails.</summary>
    Info,

    /// <summary>Needs attention; it fails only where warnings do.</summary>
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
