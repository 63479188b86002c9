using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Tool;

/// <summary>Help texts end with examples, because that is what is read first.</summary>
internal static class Help
{
    private static readonly ConditionalWeakTable<Command, string[]> _examples = new();

    /// <summary>Gives a command examples that its help shows.</summary>
    /// <param name="command">The command.</param>
    /// <param name="examples">Calls, each with what it does after a <c>#</c> where that needs saying.</param>
    public static Command WithExamples(this Command command, params string[] examples)
    {
        _examples.Add(command, examples);
        return command;
    }

    /// <summary>Lets the help of a command, and of all below it, show their examples.</summary>
    /// <param name="root">The root command.</param>
    public static void AddExamples(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        // Help is there for whoever called in a wrong way.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult call)
        {
            var exit = inner.Invoke(call);
            if (!_examples.TryGetValue(call.CommandResult.Command, out var examples)) return exit;
            var output = call.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {example}");
            output.WriteLine();
            return exit;
        }
    }
}
