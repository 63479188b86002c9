using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The words that the search of the index looks through: each word of a record once.</summary>
internal static class SearchedWords
{
    private static readonly char[] _around = [.. "()[]{}<>.,;:!?\"'`*_#|-=~/\\"];

    public static string Of(FoundRecord found)
    {
        var record = found.Record;
        var text = string.Join(' ',
            [record.Decision.Id, record.Name, record.Decision.Title, .. record.Decision.Aliases, .. record.Decision.Tags, found.File.Text]);
        var words = FoldedText.Of(DisplayText.Visible(text)).Split(' ').Select(word => word.Trim(_around)).Where(word => word.Length > 0);
        return string.Join(' ', words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
