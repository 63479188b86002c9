namespace DecisionPolicies.Tool.Reports;

/// <summary>A result of any command as reports for other tools show it.</summary>
/// <param name="RuleId">The id of its <see cref="ReportedRule"/>.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Message">The result in one line.</param>
/// <param name="Path">The file, with forward slashes.</param>
/// <param name="Place">Where in the file.</param>
internal sealed record ReportedResult(string RuleId, Severity Severity, string Message, string Path, Place Place)
{
    /// <summary>What identifies it in a later run, or null.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why it does not count, if a waiver covers it; otherwise null.</summary>
    public string? Waived { get; init; }
}

/// <summary>What results have in common.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its subject in a few words.</param>
/// <param name="Help">What to do; may have several lines.</param>
internal sealed record ReportedRule(string Id, string Title, string Help)
{
    /// <summary>The URL of more information, or null.</summary>
    public string? HelpUrl { get; init; }
}
