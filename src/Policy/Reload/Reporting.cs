namespace DecisionPolicies;

/// <summary>Logs and counts. That runs other people's code: it comes last, without a lock, and what it throws changes nothing.</summary>
internal static class Reporting
{
    /// <summary>Reports something, if there is anything to report.</summary>
    public static void Report(Action? report)
    {
        try
        {
            report?.Invoke();
        }
        catch (Exception)
        {
            // No place is left to report that a log or a meter has failed.
        }
    }
}
