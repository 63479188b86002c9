using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>The command <c>decisions</c>.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        // Writes the same bytes on every machine, whatever its code page.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var context = ToolContext.OfProcess();
        var exit = DecisionsCommand.Run(arguments, context);
        context.Output.Flush();
        return exit;
    }
}
