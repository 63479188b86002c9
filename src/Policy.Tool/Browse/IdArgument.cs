using System.CommandLine;
using DecisionPolicies.Tool.Completion;

namespace DecisionPolicies.Tool.Browse;

/// <summary>The record that a command is about.</summary>
internal static class IdArgument
{
    public static Argument<string> Create()
    {
        var argument = new Argument<string>("ID") { Description = "The record: its id, number, C# name, alias or file." };
        argument.WithCandidates(RecordCandidates.Ids);
        return argument;
    }
}
