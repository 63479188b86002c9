using System.Security.Cryptography;
using System.Text;

namespace DecisionPolicies.Tool.Site;

/// <summary>The style sheet and the script, which are part of each page: a page is readable anywhere, and loads nothing.</summary>
internal static class SiteAssets
{
    /// <summary>The style sheet of every page.</summary>
    public static Asset Style { get; } = Asset.Read("site.css");

    /// <summary>The script of the index: filter and search.</summary>
    public static Asset Script { get; } = Asset.Read("index.js");
}

/// <summary>A text in a page, and the hash that lets a browser verify it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">Its hash, as a Content-Security-Policy names it.</param>
internal sealed record Asset(string Text, string Source)
{
    /// <summary>Reads a text that is embedded in this assembly.</summary>
    /// <param name="name">Its name.</param>
    public static Asset Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }
}
