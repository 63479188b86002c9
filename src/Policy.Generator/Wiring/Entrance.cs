using DecisionPolicies.Generator.Governed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>The methods by which a program has its decisions enforced.</summary>
internal static class Entrance
{
    /// <summary>The name of the methods that hand decisions to a host.</summary>
    public const string Name = "AddDecisionPolicies";

    private static readonly string[] _types =
        ["DecisionPolicies.DecisionPoliciesHostExtensions", "DecisionPolicies.DecisionPoliciesHostBuilderExtensions",
            "DecisionPolicies.DecisionPoliciesServiceCollectionExtensions", "DecisionPolicies.DecisionPoliciesWebExtensions"];

    /// <summary>Whether a method is the library's own that hands decisions to a host.</summary>
    /// <param name="method">The method.</param>
    public static bool IsForDecisions(IMethodSymbol method) => method.Name == Name && _types.Contains(method.ContainingType.ToDisplayString());

    /// <summary>Whether a method is a generated one that has governed options judged.</summary>
    /// <param name="method">The method.</param>
    public static bool IsForOptions(IMethodSymbol method) =>
        method.Name == ValidateDecisionsSource.MethodName
        && (method.ReducedFrom ?? method).Parameters is [{ Type: INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments: [INamedTypeSymbol options] } }]
        && GovernedTypeReader.IsGoverned(options)
        && method.ContainingType.Name == GovernedType.ValidationOf(GovernedTypeReader.NameOf(options));

    /// <summary>Whether a project is a test project: a program too, but its configuration is never deployed.</summary>
    /// <param name="options">The project's properties.</param>
    public static bool IsTest(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var text)
        && text.Equals("true", StringComparison.OrdinalIgnoreCase);
}
