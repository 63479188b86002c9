using System.Text.Json;

namespace DecisionPolicies.Tool.Export.Rego;

/// <summary>A bundle for Open Policy Agent: the library in Rego, the data that it judges by, and the manifest that says what the bundle owns.</summary>
internal static class RegoBundle
{
    /// <summary>The path of the data in the bundle.</summary>
    public const string Data = "decisions/data.json";

    private const string Library = "decisions.rego";
    private const string Manifest = ".manifest";

    /// <summary>The library.</summary>
    public static string LibraryText { get; } = Read();

    /// <summary>The files of a bundle.</summary>
    /// <param name="export">The decisions.</param>
    /// <param name="day">The day as of which waivers count; null if there are none.</param>
    public static IReadOnlyList<ExportedFile> Of(ExportedDecisions export, DateOnly? day) =>
    [
        new(Library, LibraryText, IsOwn: text => text.StartsWith(LibraryText[..LibraryText.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal)),
        new(Data, RegoData.Of(export, day), IsOwn: text => MemberOf(text, RegoData.Version) is JsonValueKind.Number),
        // Without roots, a bundle claims everything that the server has.
        new(Manifest, "{\"rego_version\":1,\"roots\":[\"decisions\"]}\n", IsOwn: text => text.Contains("\"roots\":[\"decisions\"]", StringComparison.Ordinal)),
    ];

    /// <summary>The day as of which an earlier export counted waivers; null if it did not, or was not written by this command.</summary>
    /// <param name="data">The data of the earlier export.</param>
    public static DateOnly? DayOf(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
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

    private static string Read()
    {
        using var resource = typeof(RegoBundle).Assembly.GetManifestResourceStream(Library)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
