namespace DecisionPolicies.Tool;

/// <summary>What the command's exit code means. Documented in docs/cli.md, and stable.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Something was found: a broken decision, a file that cannot be read, a fault of a record, a date that is due.</summary>
    public const int Findings = 1;

    /// <summary>The command could not do its work: it was called in a wrong way, or a record or folder cannot be loaded.</summary>
    public const int Error = 2;
}
