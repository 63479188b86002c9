using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Tests;

/// <summary>A record as the compiler gets it: an additional file with its path relative to the repository as metadata.</summary>
internal sealed class RecordText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    /// <summary>The path relative to the repository.</summary>
    public string RelativePath { get; } = path;

    /// <summary>A path as it would be on some machine, which must never get into generated code.</summary>
    public override string Path => "/machine/checkout/" + RelativePath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
