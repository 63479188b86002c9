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

    /// <summary>The mark of the build: the length of the text before the path in the repository.</summary>
    public string Mark => Root.Length.ToString(CultureInfo.InvariantCulture);

    /// <summary>The path relative to the repository.</summary>
    public string RelativePath { get; } = path;

    public override string Path => Root + (Root.Contains('\\') ? RelativePath.Replace('/', '\\') : RelativePath);

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
