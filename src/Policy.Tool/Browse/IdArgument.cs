using System.CommandLine;
using DecisionPolicies.Tool.Completion;

namespace DecisionPolicies.Tool.Browse;

/// <summary>The record that a command is about.</summary>
internal static class IdArgument
{
    /// <summary>A record of the repository or of a pack.</summary>
    public static Argument<string> OfAny() => Create(RecordCandidates.Ids);

    /// <summary>A record of the repository.</summary>
    public static Argument<string> OfOwn() => Create(RecordCandidates.OwnIds);

    private static Argument<string> Create(CandidateSource candidates)
    {
        var argument = new Argument<string>("ID") { Description = "The record: its id, number, C# name, alias or file." };
        argument.WithCandidates(candidates);
        return argument;
    }
}
