using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The input for all pages.</summary>
/// <param name="Title">The title of the site.</param>
/// <param name="Log">The decision log.</param>
/// <param name="Links">The links to the records' files.</param>
internal sealed record SitePages(string Title, DecisionLog Log, RecordLink Links)
{
    private readonly Lazy<IReadOnlyDictionary<string, AdrRecord>> _byId = new(() => Log.EveryRecord
        .DistinctBy(record => record.Decision.Id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(record => record.Decision.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The file name of each page.</summary>
    public PageNames Names { get; } = PageNames.Of(Log);

    /// <summary>Which records supersede which.</summary>
    public SupersessionGraph Supersession { get; } = SupersessionGraph.Of([.. Log.EveryRecord]);

    /// <summary>The record with an id, or null.</summary>
    /// <param name="id">The id.</param>
    public AdrRecord? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>Every page by its file name: the index, and one for each record.</summary>
    public IEnumerable<SiteFile> Write()
    {
        yield return new(PageNames.Index, IndexPage.Of(this));
        var records = Log.FoundWithPacks().ToList();
        for (var i = 0; i < records.Count; i++)
        {
            var neighbours = new Neighbours(i > 0 ? records[i - 1].Record : null, i + 1 < records.Count ? records[i + 1].Record : null);
            yield return new(Names[records[i].Record], RecordPage.Of(this, records[i], neighbours));
        }
    }
}

/// <summary>A file of the site.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">Its text.</param>
internal sealed record SiteFile(string Name, string Text);

/// <summary>The records before and after one.</summary>
internal sealed record Neighbours(AdrRecord? Before, AdrRecord? After);
