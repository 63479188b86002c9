using System.CommandLine;
using System.CommandLine.Invocation;

namespace DecisionPolicies.Tool;

/// <summary>Prints the version of this command. The library's own action prints that of the process, which a test or another host has.</summary>
/// <param name="context">The surroundings.</param>
internal sealed class VersionAction(ToolContext context) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        context.Output.WriteLine(ToolVersion.WithCommit);
        return ExitCode.Clean;
    }
}
