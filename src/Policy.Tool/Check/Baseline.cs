using System.Text.Json;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Findings that are known and accepted until they change. The file is JSON and can be reviewed: beside each fingerprint stands what it
/// is about, which is for people alone.
/// </summary>
/// <param name="fingerprints">The fingerprints of the findings that are known.</param>
internal sealed class Baseline(IEnumerable<string> fingerprints)
{
    private const int Version = 1;

    private readonly HashSet<string> _known = new(fingerprints, StringComparer.Ordinal);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>How many of the findings that are known were not met: they have changed, or are gone.</summary>
    public int Gone => _known.Count - _met.Count;

    /// <summary>Whether a finding is known.</summary>
    public bool Knows(Broken broken)
    {
        if (!_known.Contains(broken.Fingerprint)) return false;
        _met.Add(broken.Fingerprint);
        return true;
    }

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The absolute path.</param>
    /// <exception cref="ToolException">There is no such file, or it is no baseline.</exception>
    public static Baseline Read(string path)
    {
        if (!File.Exists(path)) throw new ToolException($"There is no baseline {path}. Write it with --write-baseline.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.GetProperty("version").GetInt32() != Version) throw new ToolException($"{path} was written by another version of this command. Write it again with --write-baseline.");
            return new(document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString()!).ToList());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ToolException($"{path} is no baseline. Write it again with --write-baseline.");
        }
    }

    /// <summary>Writes findings down as known.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The text of the file.</returns>
    public static byte[] Write(IEnumerable<Broken> findings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("findings");
            foreach (var broken in findings.DistinctBy(f => f.Fingerprint).OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Setting.Finding.Key, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Fingerprint, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("fingerprint", broken.Fingerprint);
                json.WriteString("record", DisplayText.Neutralise(broken.Setting.Record.Decision.Id));
                json.WriteString("path", DisplayText.Neutralise(broken.Path));
                if (broken.Part is not null) json.WriteString("part", DisplayText.Neutralise(broken.Part));
                json.WriteString("fact", DisplayText.Neutralise(broken.Setting.Finding.Fact));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
