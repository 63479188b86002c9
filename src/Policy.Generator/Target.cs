using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>The project's properties for the class to generate.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Visibility"><c>internal</c>, <c>public</c>, or <c>none</c> if the project is only judged.</param>
/// <param name="LinkBase">The URL that a record's path is appended to for its link; empty if the path itself is the link.</param>
internal sealed record Target(string Namespace, string Visibility, string LinkBase)
{
    /// <summary>The id of the decision pack that the project makes; empty if it makes none.</summary>
    public string MadePack { get; init; } = "";

    private const string None = "none";

    /// <summary>The fully qualified name of the class that holds the constants.</summary>
    public string DecisionsClass => "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + "Decisions";

    /// <summary>Its name in metadata.</summary>
    public string DecisionsName => DecisionsClass.Substring("global::".Length).Replace("@", "");

    /// <summary>Whether anything is generated.</summary>
    public bool IsWanted => Visibility != None;

    /// <summary>The same, and nothing is generated.</summary>
    public Target Unwanted => this with { Visibility = None };

    public static Target Of(AnalyzerConfigOptions options)
    {
        var visibility = Property(options, "DecisionsVisibility").ToLowerInvariant();
        return new(
            NamespaceOf(Property(options, "DecisionsNamespace"), Property(options, "RootNamespace")),
            visibility is "public" or None ? visibility : "internal",
            Property(options, "DecisionsLinkBase").TrimEnd('/'))
        {
            MadePack = Property(options, "IsDecisionPack").Equals("true", StringComparison.OrdinalIgnoreCase) ? Property(options, "PackageId") : "",
        };
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";

    private static string NamespaceOf(string wanted, string root)
    {
        var name = wanted.Length > 0 ? wanted : root;
        // The SDK's RootNamespace may contain invalid characters, such as a dash from the project's name.
        var segments = name.Split('.').Where(s => s.Length > 0).Select(ToIdentifier);
        return string.Join(".", segments);
    }

    private static string ToIdentifier(string segment)
    {
        var cleaned = new string([.. segment.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')]);
        if (!SyntaxFacts.IsIdentifierStartCharacter(cleaned[0])) cleaned = "_" + cleaned;
        return CSharp.Name(cleaned);
    }
}
