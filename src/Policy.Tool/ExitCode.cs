namespace DecisionPolicies.Tool;

/// <summary>The exit codes of the command. They are stable, and documented in docs/cli.md.</summary>
internal static class ExitCode
{
    /// <summary>There is nothing to report.</summary>
    public const int Clean = 0;

    /// <summary>There is something to report: a violation, a file that cannot be read, a fault in a record, a date that is due.</summary>
    public const int Findings = 1;

    /// <summary>The command could not do its work: wrong usage, or a record or folder cannot be loaded.</summary>
    public const int Error = 2;
}
