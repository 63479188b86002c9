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

    /// <summary>The option that names the commit whose records count.</summary>
    public static Option<string?> Reference { get; } = new("--records-ref")
    {
        Description = "Take the records from this commit, branch or tag, and not from the folder: a pull request is then judged by the records of the "
            + "branch that it goes to.",
        HelpName = "REF",
    };

    /// <summary>The decision log that a call refers to, at the commit that it may name.</summary>
    /// <param name="call">The call of a command that has <see cref="Reference"/>.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are no records, one cannot be opened, or git does not know the commit.</exception>
    public static DecisionLog ReadCommittedLog(this ParseResult call, ToolContext context)
    {
        if (call.GetValue(Reference) is not { } reference) return call.ReadLog(context);
        var tree = CommittedTree.Of(reference, context);
        return DecisionLog.Read(RecordsFolder.Find(call.GetValue(Instance), tree, context), tree);
    }

    /// <summary>The decision log that a call refers to.</summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are no records, or one cannot be opened.</exception>
    public static DecisionLog ReadLog(this ParseResult call, ToolContext context)
    {
        var folder = RecordsFolder.Find(call.GetValue(Instance), context);
        folder.ReportHidden(context);
        return DecisionLog.Read(folder);
    }
}
