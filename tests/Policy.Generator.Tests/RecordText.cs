using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Tests;

/// <summary>A record as the compiler gets it: an additional file that the build has marked.</summary>
internal sealed class RecordText(string path, string text) : AdditionalText
{
    private SourceText _text = SourceText.From(text, Encoding.UTF8);

    /// <summary>How the compiler decoded the file; UTF-8 unless it is set.</summary>
    public Encoding Encoding
    {
        init => _text = SourceText.From(text, value);
    }

    /// <summary>The repository's folder as it would be on some machine, which must never get into generated code.</summary>
    public string Root { get; init; } = "/machine/checkout/";

    /// <summary>Whether the build marks the file as a record.</summary>
    public bool IsMarked { get; init; } = true;

    /// <summary>The id of the pack that has the file; null for a record of the project's own repository.</summary>
    public string? Pack { get; init; }

    /// <summary>A file of a pack, where NuGet restores it.</summary>
    /// <param name="path">The path in the pack's repository.</param>
    /// <param name="text">The text.</param>
    /// <param name="pack">The pack's id.</param>
    public static RecordText OfPack(string path, string text, string pack = "Contoso.Decisions") =>
        new(path, text) { Pack = pack, Root = $"/machine/packages/{pack.ToLowerInvariant()}/1.2.0/decisions/" };

    /// <summary>The same file in the earlier version of a pack.</summary>
    public RecordText AsBaseline() => new(RelativePath, _text.ToString()) { Pack = "(baseline)", Root = "/machine/packages/baseline/decisions/" };

    /// <summary>The manifest of a pack.</summary>
    /// <param name="pack">The pack's id.</param>
    /// <param name="more">More lines of the manifest.</param>
    public static RecordText Manifest(string pack = "Contoso.Decisions", string more = "link-base: https://example.org/contoso/blob/HEAD") =>
        OfPack("decision-pack.yml", $"id: {pack}\nversion: 1.2.0\n{more}\n", pack);

    /// <summary>The mark of the build: the length of the text before the path in the repository.</summary>
    public string Mark => Root.Length.ToString(CultureInfo.InvariantCulture);

    /// <summary>The path relative to the repository.</summary>
    public string RelativePath { get; } = path;

    public override string Path => Root + (Root.Contains('\\') ? RelativePath.Replace('/', '\\') : RelativePath);

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
