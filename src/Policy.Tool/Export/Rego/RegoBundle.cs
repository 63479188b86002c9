using System.Text.Json;

namespace DecisionPolicies.Tool.Export.Rego;

/// <summary>A bundle for Open Policy Agent: the library in Rego, the data that it judges by, and the manifest that says what the bundle owns.</summary>
internal sealed class RegoBundle : IExportEngine
{
    private const string Data = "decisions/data.json";
    private const string Library = "decisions.rego";
    private const string Manifest = ".manifest";

    /// <summary>The library.</summary>
    public static string LibraryText { get; } = ExportResource.Read(Library);

    /// <inheritdoc/>
    public string Name => "rego";

    /// <inheritdoc/>
    public string Description => "a bundle for Open Policy Agent and conftest";

    /// <inheritdoc/>
    public string DatedFile => Data;

    /// <inheritdoc/>
    public NotExported? FaultOf(ExportedRule rule) => null;

    /// <inheritdoc/>
    public IReadOnlyList<ExportedFile> FilesOf(ExportedDecisions export, DateOnly? day) =>
    [
        new(Library, LibraryText, IsOwn: text => text.StartsWith(LibraryText[..LibraryText.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal)),
        new(Data, RegoData.Of(export, day), IsOwn: text => MemberOf(text, RegoData.Version) is JsonValueKind.Number),
        // Without roots, a bundle claims everything that the server has.
        new(Manifest, "{\"rego_version\":1,\"roots\":[\"decisions\"]}\n", IsOwn: text => text.Contains("\"roots\":[\"decisions\"]", StringComparison.Ordinal)),
    ];

    /// <inheritdoc/>
    public DateOnly? DayOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("as_of", out var day)
                && day.ValueKind == JsonValueKind.String && Day.TryParse(day.GetString()!, out var read) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonValueKind? MemberOf(string text, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var member) ? member.ValueKind : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
