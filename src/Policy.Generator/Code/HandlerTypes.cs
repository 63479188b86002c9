using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// The types by which a rule can except an endpoint: those that its handler is written in, and those that the handler takes. Which of
/// these is the body is known when the application starts; until then any may be.
/// </summary>
internal static class HandlerTypes
{
    /// <summary>Of a method.</summary>
    /// <param name="handler">The method, local function or lambda.</param>
    public static IReadOnlyCollection<string> Of(IMethodSymbol handler) =>
        [.. IdsOf(handler.ContainingType), .. handler.Parameters.SelectMany(parameter => IdsOf(parameter.Type as INamedTypeSymbol))];

    /// <summary>Of what a call is given as a handler; null where nobody can know before the application runs.</summary>
    /// <param name="handler">The argument.</param>
    public static IReadOnlyCollection<string>? Of(IOperation? handler) => (handler as IDelegateCreationOperation)?.Target switch
    {
        IMethodReferenceOperation reference => Of(reference.Method),
        IAnonymousFunctionOperation lambda => Of(lambda.Symbol),
        _ => null,
    };

    private static IEnumerable<string> IdsOf(INamedTypeSymbol? type)
    {
        for (var each = type?.OriginalDefinition; each is not null; each = each.ContainingType)
        {
            if (each.GetDocumentationCommentId() is { } id) yield return id;
        }
    }
}
