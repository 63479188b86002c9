using System.CommandLine;

namespace DecisionPolicies.Tool.Repository;

/// <summary>The option that names the folder of the records.</summary>
internal static class RecordsOption
{
    public static Option<string?> Instance { get; } = new("--records")
    {
        Description = "The folder of the records. Default: docs/adr and the other usual folders, here or above.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The decision log that a call refers to.</summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are no records, or one cannot be opened.</exception>
    public static DecisionLog ReadLog(this ParseResult call, ToolContext context) =>
        DecisionLog.Read(RecordsFolder.Find(call.GetValue(Instance), context));
}
