using System.CommandLine;

namespace DecisionPolicies.Tool.Log;

/// <summary>The record that a command is about.</summary>
internal static class IdArgument
{
    public static Argument<string> Create() => new("ID") { Description = "The record: its id, number, C# name or file." };
}
