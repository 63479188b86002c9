namespace DecisionPolicies.Records;

/// <summary>The fields of a record, with their places in its text.</summary>
/// <param name="front">The fields of its front matter; null if it lacks front matter that can be read.</param>
/// <param name="prose">The fields in its prose, if the front matter leaves the status to the prose.</param>
/// <param name="status">Where it states its status, or null.</param>
internal sealed class RecordFields(FieldReader? front, FieldReader? prose, StatusStatement? status)
{
    /// <summary>No fields.</summary>
    public static RecordFields None { get; } = new(null, null, null);

    /// <summary>Where the record states its status; null if it does not.</summary>
    public StatusStatement? Status => status;

    /// <summary>The day beside the status in the prose, or that of the latest change; or null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether the status is in the prose.</summary>
    public bool HasStatusInProse => status is not null && front?.Node(FieldLabels.Status) is null;

    /// <summary>Whether the record has front matter.</summary>
    public bool HasFrontMatter => front is not null;

    /// <summary>The keys of the front matter, in the order of the text.</summary>
    public IReadOnlyList<YamlEntry> Keys => front?.Entries ?? [];

    /// <summary>A key of the front matter, with or without a value; null if it is missing.</summary>
    /// <param name="names">Its names. The first name that has a value counts.</param>
    public YamlEntry? Key(params string[] names) => front?.Entry(names) ?? names.Select(Find).FirstOrDefault(entry => entry is not null);

    private YamlEntry? Find(string name) => Keys.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field in the prose, which is read if the front matter lacks the field; null if the prose lacks it too.</summary>
    /// <param name="names">Its names.</param>
    public YamlEntry? Prose(params string[] names) => front?.Entry(names) is null ? prose?.Entry(names) : null;
}
