using System.CommandLine;
using DecisionPolicies.Tool.Packs;

namespace DecisionPolicies.Tool.Repository;

/// <summary>The option that names the records.</summary>
internal static class RecordsOption
{
    /// <summary>The option. It can be repeated.</summary>
    public static Option<string[]> Instance { get; } = new("--records")
    {
        Description = "A folder of records, or a decision pack: a package (.nupkg), or a folder with decision-pack.yml. It can be repeated. Default: docs/adr "
            + "and the other usual folders, here or above, and the packs of the projects in the repository.",
        HelpName = "PATH",
        Recursive = true,
    };

    /// <summary>The option that names the commit whose records count.</summary>
    public static Option<string?> Reference { get; } = new("--records-ref")
    {
        Description = "Take the records from this commit, branch or tag, and not from the folder: a pull request is then judged by the records of the "
            + "branch that it goes to.",
        HelpName = "REF",
    };

    /// <summary>The decision log that a call refers to, at the commit that it may name, with the decision packs.</summary>
    /// <param name="call">The call of a command that has <see cref="Reference"/>.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are no records, one cannot be opened, or git does not know the commit.</exception>
    public static DecisionLog ReadCommittedLog(this ParseResult call, ToolContext context)
    {
        if (call.GetValue(Reference) is not { } reference) return call.ReadLog(context);
        var tree = CommittedTree.Of(reference, context);
        var named = call.Named(context);
        var folder = RecordsFolder.FindAny(named.Folders, tree, context);
        return WithPacks(folder, found => DecisionLog.Read(found, tree), $"at '{tree.Name}'", named, context);
    }

    /// <summary>The decision log that a call refers to, with the decision packs.</summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are neither records nor packs, or a record cannot be opened.</exception>
    public static DecisionLog ReadLog(this ParseResult call, ToolContext context)
    {
        var named = call.Named(context);
        var folder = RecordsFolder.FindAny(named.Folders, context);
        folder?.ReportHidden(context);
        return WithPacks(folder, DecisionLog.Read, "here", named, context);
    }

    /// <summary>The repository's own records alone, for a command that writes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There are no records, one cannot be opened, or a pack is named.</exception>
    public static DecisionLog ReadOwnLog(this ParseResult call, ToolContext context)
    {
        var folder = RecordsFolder.Find(call.OwnFolders(context), context);
        folder.ReportHidden(context);
        return DecisionLog.Read(folder);
    }

    /// <summary>The folders of records that a call names; none if it names none.</summary>
    /// <param name="call">The call of a command that writes.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">A pack is named.</exception>
    public static IReadOnlyList<string> OwnFolders(this ParseResult call, ToolContext context)
    {
        var named = call.Named(context);
        return named.Packs.Count == 0 ? named.Folders : throw new ToolException(
            $"'{context.Shown(named.Packs[0])}' is a decision pack, and this command is about records of a repository. Name their folder with --records.");
    }

    /// <summary>The record of the repository that a user names.</summary>
    /// <param name="call">The call of a command that writes.</param>
    /// <param name="log">The repository's own records.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The text matches no record, several, one that cannot be read, or one of a pack.</exception>
    public static FoundRecord FindOwn(this ParseResult call, DecisionLog log, string text, ToolContext context)
    {
        if (log.HasOwn(text, context)) return log.Find(text, context);
        var packs = log.Governed(PackSources.Of([], log.Folder, context), context).Packs;
        if (packs.Matching(text.Trim()).FirstOrDefault() is { } packed)
        {
            throw new ToolException($"{packed.Record.Decision.Citation()} is a decision of a pack, and is changed or superseded there. Ask the owners of "
                + "the pack to do so in its next version; until then, a rule that is waivable can be waived in a record of this repository.");
        }
        return log.Find(text, context);
    }

    private static NamedRecords Named(this ParseResult call, ToolContext context) => NamedRecords.Of(call.GetValue(Instance), context);

    private static DecisionLog WithPacks(
        RecordsFolder? folder, Func<RecordsFolder, DecisionLog> read, string where, NamedRecords named, ToolContext context)
    {
        var sources = PackSources.Of(named.Packs, folder, context);
        if (folder is null && sources.Packs.Count + sources.Faults.Count == 0) throw RecordsFolder.NoRecords(where);
        var log = read(folder ?? RecordsFolder.None(context)).Governed(sources, context);
        foreach (var note in log.Packs.Notes) context.Error.WriteLine($"decisions: {DisplayText.Neutralise(note)}");
        return log;
    }
}
