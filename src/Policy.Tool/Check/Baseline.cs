using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Findings that are known and accepted until they change, each with its count: one more is new. The file is JSON and can be reviewed:
/// beside each fingerprint, for people only, is what it is about. The file says what its paths are relative to, so that it applies to
/// every copy of the same files: in a clone, a download or another folder.
/// </summary>
internal sealed class Baseline
{
    private const int Version = 2;

    private readonly Dictionary<string, int> _left;

    private Baseline(string root, Dictionary<string, int> left) => (Root, _left) = (root, left);

    /// <summary>The absolute path of the folder that the paths in the fingerprints are relative to.</summary>
    public string Root { get; }

    /// <summary>How many of the known findings did not occur: they have changed or no longer exist.</summary>
    public int NotFound => _left.Values.Sum();

    /// <summary>Whether a finding is known. Each one that the file counts is known once.</summary>
    /// <param name="fingerprint">The finding's identity.</param>
    public bool Knows(string fingerprint)
    {
        if (_left.GetValueOrDefault(fingerprint) <= 0) return false;
        _left[fingerprint]--;
        return true;
    }

    /// <summary>The folder that the paths of a new baseline are relative to: the repository that it is in, or else its own folder.</summary>
    /// <param name="path">The absolute path of the file.</param>
    public static string RootOf(string path) => RecordsFolder.RepositoryAbove(FolderOf(path)) ?? FolderOf(path);

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="shown">The file, as messages show it.</param>
    /// <exception cref="ToolException">The file does not exist, or is not a baseline of this version.</exception>
    public static Baseline Read(string path, string shown)
    {
        if (!File.Exists(path)) throw new ToolException($"There is no baseline '{shown}'. Create it with --write-baseline.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var version = document.RootElement.GetProperty("version").GetInt32();
            if (version != Version)
            {
                throw new ToolException($"'{shown}' has version {version} of the baseline format; this command reads version {Version}. "
                    + "Write it again with --write-baseline.");
            }
            var root = Path.GetFullPath(document.RootElement.GetProperty("root").GetString()!, FolderOf(path));
            var findings = document.RootElement.GetProperty("findings").EnumerateArray().ToDictionary(
                finding => finding.GetProperty("fingerprint").GetString()!,
                finding => finding.GetProperty("count").GetInt32(),
                StringComparer.Ordinal);
            return new(root, findings);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ToolException($"'{shown}' is not a baseline. Write it again with --write-baseline.");
        }
    }

    /// <summary>Records findings as known.</summary>
    /// <param name="path">The absolute path of the new file.</param>
    /// <param name="findings">The findings.</param>
    /// <returns>The text of the file.</returns>
    public static byte[] Write(string path, IEnumerable<Broken> findings)
    {
        var root = RootOf(path);
        var files = new FileNames(root, root);
        using var stream = new MemoryStream();
        using (var json = JsonOutput.Open(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("root", Path.GetRelativePath(FolderOf(path), root).Replace('\\', '/'));
            json.WriteStartArray("findings");
            foreach (var same in findings.GroupBy(finding => finding.IdentityIn(files), StringComparer.Ordinal)
                .OrderBy(same => Order(same.First(), files), StringComparer.Ordinal)
                .ThenBy(same => same.Key, StringComparer.Ordinal))
            {
                Write(json, same.Key, same.Count(), same.First(), files);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string fingerprint, int count, Broken finding, FileNames files)
    {
        json.WriteStartObject();
        json.WriteString("fingerprint", fingerprint);
        json.WriteNumber("count", count);
        json.WriteString("decision", finding.Decision.Id);
        json.WriteString("key", finding.Setting.Finding.Key);
        json.WriteString("path", files.NameOf(finding.FilePath));
        if (finding.Part is { } part) json.WriteString("part", part.Text);
        json.WriteEndObject();
    }

    private static string Order(Broken finding, FileNames files) =>
        $"{files.NameOf(finding.FilePath)}\n{finding.Setting.Finding.Key.ToUpperInvariant()}";

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;
}
