namespace DecisionPolicies.Tool;

/// <summary>What the command says if it cannot do its work: one line, and never a stack trace unless the user asks for it.</summary>
internal static class Failure
{
    /// <summary>The environment variable that asks for the details of a failure.</summary>
    public const string Variable = "DECISIONS_DEBUG";

    /// <summary>Does work, and reports on standard error if it fails.</summary>
    /// <param name="work">The work.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>The exit code.</returns>
    public static int Guarded(Func<int> work, ToolContext context)
    {
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            Report(exception, context);
            return ExitCode.Error;
        }
    }

    private static void Report(Exception exception, ToolContext context)
    {
        try
        {
            context.Error.WriteLine($"decisions: {DisplayText.Neutralise(InWords(exception))}");
            if (exception is ToolException || context.Variable(Variable) is null or "" or "0") return;
            foreach (var line in exception.ToString().Split('\n')) context.Error.WriteLine(DisplayText.Neutralise(line.TrimEnd('\r')));
        }
        catch (Exception last) when (last is IOException or ObjectDisposedException)
        {
            // Standard error is closed, or a full file. The exit code says it.
        }
    }

    // The message of an exception that is not expected can hold a value, which may be a secret.
    private static string InWords(Exception exception) => exception switch
    {
        ToolException or IOException or UnauthorizedAccessException => exception.Message,
        OutOfMemoryException => "There is not enough memory.",
        _ => $"The command failed ({exception.GetBaseException().GetType().Name}), which is a fault in the command. Report it, with the details that "
            + $"you get if you set {Variable}=1. They can hold values of your files.",
    };
}
