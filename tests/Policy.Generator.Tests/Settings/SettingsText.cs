using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>A settings file as the compiler gets it: an additional file that the build has marked.</summary>
internal sealed class SettingsText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    /// <summary>The item's metadata; the package's props mark <c>appsettings*.json</c> with <c>true</c>.</summary>
    public Dictionary<string, string> Metadata { get; init; } = new() { ["DecisionSettings"] = "true" };

    public override string Path { get; } = "/machine/checkout/" + path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
