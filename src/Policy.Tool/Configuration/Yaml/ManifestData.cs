using System.Text;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Reads what a ConfigMap or a Secret holds. An entry that is named like a configuration file is one; all others together are
/// environment variables, which is what <c>envFrom</c> makes of them.
/// </summary>
internal static class ManifestData
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Adds the configurations of a ConfigMap or a Secret.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="isSecret">Whether it is a Secret, whose <c>data</c> is base64.</param>
    /// <param name="owner">What the manifest is.</param>
    /// <param name="lines">The lines of the file it stands in.</param>
    /// <param name="content">What takes the configurations.</param>
    public static void Read(YamlMapping manifest, bool isSecret, FilePart owner, LineIndex lines, FileContent content)
    {
        var variables = new EnvironmentVariables(content);
        // What comes later wins: stringData over data.
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
                content.Fail(value.Place, "This is no base64.");
                return;
            }
            if (TextOf(bytes) is not { } decoded)
            {
                // A certificate or the like. Where it should be a configuration, it is none.
                if (format is not null) content.Fail(value.Place, "What this base64 stands for is no text in UTF-8.");
                return;
            }
            text = decoded;
        }
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
