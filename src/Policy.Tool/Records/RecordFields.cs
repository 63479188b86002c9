using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Tool.Records;

/// <summary>The fields of a record with the places at which they stand in its text, as the reader finds them.</summary>
internal sealed class RecordFields
{
    private readonly FieldReader? _front;
    private readonly FieldReader? _prose;

    private RecordFields(bool hasFrontMatter, FieldReader? front, FieldReader? prose)
    {
        HasFrontMatter = hasFrontMatter;
        _front = front;
        _prose = prose;
    }

    /// <summary>Whether the file starts with front matter.</summary>
    public bool HasFrontMatter { get; }

    /// <summary>The keys of the front matter, in their order. None where it cannot be read.</summary>
    public IReadOnlyList<YamlEntry> Keys => _front?.Entries ?? [];

    /// <summary>Finds the fields of a text.</summary>
    /// <param name="text">A record's text.</param>
    public static RecordFields Of(string text)
    {
        var matter = FrontMatter.Of(text);
        var front = matter is { Yaml: { } yaml, IsClosed: true }
            ? FieldReader.Of(YamlReader.Read(yaml, FrontMatter.FirstLine, out _), [])
            : null;
        // Of a key in front matter that says the same as the prose, the reader takes the key.
        var mayBeProse = matter.Yaml is null || (front is not null && front.Node("status") is null);
        var prose = mayBeProse && ProseFields.Of(MarkdownBody.Of(text, matter)) is { } fields ? new FieldReader(fields, []) : null;
        return new(matter.Yaml is not null, front, prose);
    }

    /// <summary>The key of the front matter, whether or not it is set to something; null where it is not there.</summary>
    /// <param name="names">Its names, of which the first that is set to something counts.</param>
    public YamlEntry? Key(params string[] names) => _front?.Entry(names)
        ?? names.Select(name => Keys.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(entry => entry is not null);

    /// <summary>The field in prose that is read where the front matter has none; null where there is none.</summary>
    /// <param name="names">Its names.</param>
    public YamlEntry? Prose(params string[] names) => _front?.Entry(names) is null ? _prose?.Entry(names) : null;
}
