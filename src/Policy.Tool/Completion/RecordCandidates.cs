using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Completion;

/// <summary>Words that stand in the records.</summary>
internal static class RecordCandidates
{
    /// <summary>The ids of the records. Their C# names are offered to whoever has begun to type one.</summary>
    public static IEnumerable<Candidate> Ids(string typed, ParseResult call, ToolContext context)
    {
        var records = Read(call, context).OrderBy(record => record.Path, StringComparer.Ordinal).ToList();
        var names = typed.Length == 0 ? [] : records.Select(record => new Candidate(record.Name, $"{record.Decision.Id} ({record.Decision.Title})"));
        return records.Select(record => new Candidate(record.Decision.Id, record.Decision.Title)).Concat(names).Where(candidate => !IsOption(candidate.Word));
    }

    /// <summary>The tags of the records.</summary>
    public static IEnumerable<Candidate> Tags(string typed, ParseResult call, ToolContext context) =>
        Read(call, context).SelectMany(record => record.Decision.Tags)
            .Where(tag => !tag.Contains(',', StringComparison.Ordinal) && !IsOption(tag))
            .GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => new Candidate(same.Key, same.Count() == 1 ? "1 record" : $"{same.Count()} records"));

    // It would be taken for one.
    private static bool IsOption(string word) => word.StartsWith('-');

    // Where records cannot be read, there is nothing to offer: who is typing has not called anything yet that could fail.
    private static IReadOnlyList<AdrRecord> Read(ParseResult call, ToolContext context)
    {
        try
        {
            return call.ReadLog(context).Set.Records;
        }
        // A call that is half typed may name its records twice, or not to the end.
        catch (Exception exception)
            when (exception is ToolException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
