namespace DecisionPolicies.Laws;

/// <summary>Runs code where recursion that follows an input would overflow.</summary>
internal static class SmallStack
{
    /// <summary>The size of the stack, in bytes: a quarter of what the compiler's threads have, and less than any thread of a web server.</summary>
    public const int Size = 256 * 1024;

    /// <summary>Runs an action on a thread of its own, and throws what it throws.</summary>
    public static void Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Size);
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
