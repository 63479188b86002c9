using System.Text;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Reads the data of a ConfigMap or a Secret. An entry with the name of a configuration file is such a file; all others together are
/// environment variables, as with <c>envFrom</c>.
/// </summary>
internal static class ManifestData
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Adds the configurations of a ConfigMap or a Secret.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="isSecret">Whether it is a Secret, whose <c>data</c> is base64.</param>
    /// <param name="owner">The part of the file that the manifest is.</param>
    /// <param name="lines">The lines of its file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(YamlMapping manifest, bool isSecret, FilePart owner, LineIndex lines, FileContent content)
    {
        var variables = new EnvironmentVariables(content);
        // Later entries win: stringData over data.
        foreach (var (key, isBase64) in isSecret ? [("data", true), ("stringData", false)] : new[] { ("binaryData", true), ("data", false) })
        {
            if (manifest.Find(key) is not YamlMapping data) continue;
            foreach (var entry in data.Entries)
            {
                if (entry.Value is YamlScalar { IsNull: false } value) Read(entry.Key, value, isBase64, owner, variables, lines, content);
            }
        }
        content.Add(variables.ToTree(FilePart.In("data", owner)));
    }

    private static void Read(
        YamlScalar name, YamlScalar value, bool isBase64, FilePart owner, EnvironmentVariables variables, LineIndex lines, FileContent content)
    {
        var format = ConfigurationFormats.Of(name.Text);
        var text = value.Text;
        if (isBase64)
        {
            if (Decode(value.Text) is not { } bytes)
            {
                content.Fail(value.Place, "This is not base64.");
                return;
            }
            if (TextOf(bytes) is not { } decoded)
            {
                // A certificate or the like, which is a fault only for an entry that should be a configuration.
                if (format is not null) content.Fail(value.Place, "This base64 does not decode to UTF-8 text.");
                return;
            }
            text = decoded;
        }
        format ??= EmbeddedFile.FormatOf(text);
        if (format is null) variables.Add(name.Text, name.Place, text, value.Place);
        else EmbeddedFile.Read(format.Value, text, YamlNodeExtensions.NameOf(name.Text), owner, EmbeddedText.Of(value, isBase64, lines), content);
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
