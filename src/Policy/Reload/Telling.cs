namespace DecisionPolicies;

/// <summary>Logs and counts. That runs other people's code: it comes last, without a lock, and what it throws changes nothing.</summary>
internal static class Telling
{
    /// <summary>Tells something, if there is anything to tell.</summary>
    public static void Tell(Action? tell)
    {
        try
        {
            tell?.Invoke();
        }
        catch (Exception)
        {
            // Nobody is left to be told that a log or a meter has failed.
        }
    }
}
