using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// The types by which a rule can except an endpoint: those that contain its handler, and those that the handler takes. Which of these is the
/// body is known only when the application starts; until then, any of them may be.
/// </summary>
internal static class HandlerTypes
{
    /// <summary>The types of a method.</summary>
    /// <param name="handler">The method, local function or lambda.</param>
    public static IReadOnlyCollection<string> Of(IMethodSymbol handler) =>
        [.. IdsOf(handler.ContainingType), .. handler.Parameters.SelectMany(parameter => IdsOf(parameter.Type as INamedTypeSymbol))];

    /// <summary>The types of the handler that a call receives; null if they are unknown before the application runs.</summary>
    /// <param name="handler">The argument.</param>
    public static IReadOnlyCollection<string>? Of(IOperation? handler) => (handler as IDelegateCreationOperation)?.Target switch
    {
        IMethodReferenceOperation reference => Of(reference.Method),
        IAnonymousFunctionOperation lambda => Of(lambda.Symbol),
        _ => null,
    };

    /// <summary>The types of a component.</summary>
    /// <param name="component">The component.</param>
    public static IReadOnlyCollection<string> Of(INamedTypeSymbol component) => [.. IdsOf(component)];

    private static IEnumerable<string> IdsOf(INamedTypeSymbol? type)
    {
        for (var each = type?.OriginalDefinition; each is not null; each = each.ContainingType)
        {
            if (each.GetDocumentationCommentId() is { } id) yield return id;
        }
    }
}
