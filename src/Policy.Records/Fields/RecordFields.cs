namespace DecisionPolicies.Records;

/// <summary>The fields of a record with their places in its text, as the reader finds them.</summary>
/// <param name="front">Those of its front matter; null where it has none that can be read.</param>
/// <param name="prose">Those of its prose, where the front matter leaves the status to it.</param>
internal sealed class RecordFields(FieldReader? front, FieldReader? prose)
{
    /// <summary>No fields.</summary>
    public static RecordFields None { get; } = new(null, null);

    /// <summary>Whether the record has front matter.</summary>
    public bool HasFrontMatter => front is not null;

    /// <summary>The keys of the front matter, in their order.</summary>
    public IReadOnlyList<YamlEntry> Keys => front?.Entries ?? [];

    /// <summary>The key of the front matter, whether or not it is set to something; null where it is not there.</summary>
    /// <param name="names">Its names, of which the first that is set to something counts.</param>
    public YamlEntry? Key(params string[] names) => front?.Entry(names) ?? names.Select(Find).FirstOrDefault(entry => entry is not null);

    private YamlEntry? Find(string name) => Keys.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field in prose that is read where the front matter has none; null where there is none.</summary>
    /// <param name="names">Its names.</param>
    public YamlEntry? Prose(params string[] names) => front?.Entry(names) is null ? prose?.Entry(names) : null;
}
