using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;

namespace DecisionPolicies.Tool.Export;

/// <summary>The input of an export.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Environment">The host environment; null for the default.</param>
/// <param name="IsComplete">Whether a setting that is not there is missing.</param>
/// <param name="Day">The day on which waivers count; null for that of the export.</param>
internal sealed record FlatInput(ISettings Settings, string? Environment, bool IsComplete, DateOnly? Day)
{
    // The member that says that this is the input of an export, and in which form.
    private const int Version = 1;

    /// <summary>Writes the input as JSON.</summary>
    /// <param name="output">Where to write it.</param>
    public void Write(Stream output)
    {
        var json = JsonOutput.Open(output);
        json.WriteStartObject();
        json.WriteNumber("decisions", Version);
        if (Environment is not null) json.WriteString("environment", Environment);
        json.WriteBoolean("complete", IsComplete);
        if (Day is { } day) json.WriteString("today", day.InWords());
        json.WriteStartObject("settings");
        Write(json, null);
        json.WriteEndObject();
        json.WriteEndObject();
        JsonOutput.End(json, output);
    }

    // The depth of keys is bounded by the readers of files.
    private void Write(Utf8JsonWriter json, string? key)
    {
        foreach (var segment in Settings.Children(key).OrderBy(segment => segment, StringComparer.Ordinal))
        {
            var below = Settings.Below(key, segment);
            if (Settings.TryRead(below, out var value)) json.WriteString(below, value);
            Write(json, below);
        }
    }
}
