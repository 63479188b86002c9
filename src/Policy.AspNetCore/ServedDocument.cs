using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// A JSON document that the application serves, as the rules see it: the section <c>Served:Document</c>, with the origin at which it
/// is served as <c>Served:Origin</c>. Every other key is read from the configuration.
/// </summary>
internal sealed class ServedDocument : ISettings
{
    /// <summary>The section in which rules find the document.</summary>
    public const string Section = "Served";

    private const string Root = Section + ":Document";

    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.OrdinalIgnoreCase);
    private readonly ISettings _configuration;
    private readonly string _path;

    private ServedDocument(string origin, string path, ISettings configuration)
    {
        _path = path;
        _configuration = configuration;
        _children[Section] = ["Document", "Origin"];
        _values[Section + ":Origin"] = origin;
    }

    /// <summary>Reads a document, as leniently as the most lenient client.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="origin">The origin at which it is served.</param>
    /// <param name="path">The path at which it is served.</param>
    /// <param name="configuration">The configuration that holds every other key.</param>
    /// <param name="document">The document if the text is one; otherwise null.</param>
    /// <param name="fault">Why the text cannot be read, as a sentence; null if it can.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> json, string origin, string path, ISettings configuration,
        [NotNullWhen(true)] out ServedDocument? document, [NotNullWhen(false)] out string? fault)
    {
        document = new(origin, path, configuration);
        fault = null;
        try
        {
            using var parsed = JsonDocument.Parse(json, _lenient);
            if (document.Add(Root, parsed.RootElement)) return true;
            fault = "It has a duplicate member, and clients differ in which of the two they read.";
        }
        catch (JsonException)
        {
            fault = "It starts like a JSON object but cannot be read as one.";
        }
        document = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TryRead(string key, out string? value) => IsServed(key) ? _values.TryGetValue(key, out value) : _configuration.TryRead(key, out value);

    /// <inheritdoc/>
    public IReadOnlyList<string> Children(string? key) =>
        key is not null && IsServed(key) ? _children.GetValueOrDefault(key) ?? [] : _configuration.Children(key);

    /// <inheritdoc/>
    public string Below(string? key, string segment) => key is null ? segment : $"{key}:{segment}";

    /// <inheritdoc/>
    public string? SourceOf(string key) => IsServed(key) ? $"the document at {_path}" : _configuration.SourceOf(key);

    private static bool IsServed(string key) =>
        key.StartsWith(Section, StringComparison.OrdinalIgnoreCase) && (key.Length == Section.Length || key[Section.Length] == ':');

    private bool Add(string key, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().All(member => AddBelow(key, member.Name, member.Value));
            case JsonValueKind.Array:
                return element.EnumerateArray().Select((item, index) => AddBelow(key, $"{index}", item)).All(isNew => isNew);
            case JsonValueKind.Null:
                return _values.TryAdd(key, null);
            default:
                return _values.TryAdd(key, element.ToString());
        }
    }

    private bool AddBelow(string key, string segment, JsonElement element)
    {
        if (!_children.TryGetValue(key, out var children)) _children[key] = children = [];
        if (children.Contains(segment, StringComparer.OrdinalIgnoreCase)) return false;
        children.Add(segment);
        return Add($"{key}:{segment}", element);
    }
}
