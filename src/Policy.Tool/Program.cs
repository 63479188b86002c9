using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>The command <c>decisions</c>.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        ToolContext context;
        try
        {
            // Writes the same bytes on every machine, whatever its code page.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            context = ToolContext.OfProcess();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("decisions: The current folder no longer exists, or cannot be read. Change to another folder.");
            return ExitCode.Error;
        }
        return DecisionsCommand.Run(arguments, context);
    }
}
