namespace DecisionPolicies.Tool.Reports;

/// <summary>A result as reports for other tools show it, whatever command has found it.</summary>
/// <param name="RuleId">The id of its <see cref="ReportedRule"/>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What was found, in one line.</param>
/// <param name="Path">The file, with forward slashes.</param>
/// <param name="Place">Where in the file.</param>
internal sealed record ReportedResult(string RuleId, Severity Severity, string Message, string Path, Place Place)
{
    /// <summary>By what it is known again; null where nothing is.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why it does not count, where a waiver covers it; else null.</summary>
    public string? Waived { get; init; }
}

/// <summary>What results have in common.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Help">What to do, in lines.</param>
internal sealed record ReportedRule(string Id, string Title, string Help)
{
    /// <summary>Where more can be read on the web; null for nowhere.</summary>
    public string? HelpUrl { get; init; }
}
