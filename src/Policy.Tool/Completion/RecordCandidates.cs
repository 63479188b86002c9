using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Completion;

/// <summary>Candidates from the records.</summary>
internal static class RecordCandidates
{
    /// <summary>The ids of the records, and their C# names if something is typed already: those of the repository, then those of packs.</summary>
    public static IEnumerable<Candidate> Ids(string typed, ParseResult call, ToolContext context) =>
        IdsOf(Read(() => [.. call.ReadLog(Silent(context)).EveryRecord]), typed);

    /// <summary>The ids of the records of the repository, and their C# names if something is typed already.</summary>
    public static IEnumerable<Candidate> OwnIds(string typed, ParseResult call, ToolContext context) =>
        IdsOf(Read(() => call.ReadOwnLog(Silent(context)).Set.Records), typed);

    private static IEnumerable<Candidate> IdsOf(IReadOnlyList<AdrRecord> records, string typed)
    {
        var names = typed.Length == 0 ? [] : records.Select(record => new Candidate(record.Name, $"{record.Decision.Id} ({record.Decision.Title})"));
        return records.Select(record => new Candidate(record.Decision.Id, record.Decision.Title)).Concat(names).Where(candidate => !IsOption(candidate.Word));
    }

    /// <summary>The tags of the records.</summary>
    public static IEnumerable<Candidate> Tags(string typed, ParseResult call, ToolContext context) =>
        Read(() => [.. call.ReadLog(Silent(context)).EveryRecord]).SelectMany(record => record.Decision.Tags)
            .Where(tag => !tag.Contains(',', StringComparison.Ordinal) && !IsOption(tag))
            .GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => new Candidate(same.Key, Plural.Of(same.Count(), "record")));

    private static ToolContext Silent(ToolContext context) => context with { Error = TextWriter.Null };

    // Such a word would be read as an option.
    private static bool IsOption(string word) => word.StartsWith('-');

    // If records cannot be read, there is nothing to offer: the user has not run a command yet that could fail.
    private static IReadOnlyList<AdrRecord> Read(Func<IReadOnlyList<AdrRecord>> read)
    {
        try
        {
            return read();
        }
        // An incomplete call may name its records twice or only in part.
        catch (Exception exception)
            when (exception is ToolException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
