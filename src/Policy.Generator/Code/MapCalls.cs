using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>Finds endpoints in calls such as <c>app.MapGroup("/oauth").MapPost("/register", …)</c>.</summary>
internal sealed class MapCalls(EndpointJudge judge, INamedTypeSymbol maps, INamedTypeSymbol? application)
{
    // Code that is being written can refer to itself.
    private const int MaximalDepth = 16;

    // An empty list means any method.
    private static readonly Dictionary<string, string[]> _methods = new(StringComparer.Ordinal)
    {
        ["Map"] = [],
        ["MapFallback"] = [],
        ["MapGet"] = ["GET"],
        ["MapPost"] = ["POST"],
        ["MapPut"] = ["PUT"],
        ["MapDelete"] = ["DELETE"],
        ["MapPatch"] = ["PATCH"],
    };

    /// <summary>Creates it if the project can map endpoints; otherwise null.</summary>
    /// <param name="judge">Judges them.</param>
    /// <param name="compilation">The compilation.</param>
    public static MapCalls? In(Compilation compilation, EndpointJudge judge) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions") is { } maps
            ? new(judge, maps, compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication"))
            : null;

    /// <summary>Judges a call.</summary>
    /// <param name="action">The call.</param>
    public void Judge(OperationAnalysisContext action)
    {
        var call = (IInvocationOperation)action.Operation;
        if (!IsMap(call.TargetMethod) || MethodsOf(call) is not { } methods) return;
        if (ArgumentOf(call, "pattern") is not { ConstantValue: { HasValue: true, Value: string pattern } } written
            || ArgumentOf(call, "endpoints") is not { } builder)
        {
            return;
        }
        var handler = HandlerTypes.Of(Unwrap(ArgumentOf(call, "handler") ?? ArgumentOf(call, "requestDelegate")));
        judge.Judge(written.Syntax.GetLocation(), methods, RouteOf(builder, 0).Below(pattern), handler, action.ReportDiagnostic);
    }

    private bool IsMap(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, maps);

    private static IOperation? ArgumentOf(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static string[]? MethodsOf(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "MapMethods") return _methods.TryGetValue(call.TargetMethod.Name, out var methods) ? methods : null;
        var elements = Unwrap(ArgumentOf(call, "httpMethods")) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => [],
        };
        var names = elements.Select(element => Unwrap(element)?.ConstantValue.Value as string).ToList();
        return names.Count == 0 || names.Contains(null) ? null : [.. names.OfType<string>()];
    }

    // Where the endpoints of a builder begin.
    private Route RouteOf(IOperation builder, int depth)
    {
        if (depth > MaximalDepth) return Route.Unknown;
        switch (Unwrap(builder))
        {
            case IInvocationOperation { TargetMethod.Name: "MapGroup" } group when IsMap(group.TargetMethod) && ArgumentOf(group, "endpoints") is { } parent:
                return ArgumentOf(group, "prefix")?.ConstantValue is { HasValue: true, Value: string path }
                    ? RouteOf(parent, depth + 1).Below(path)
                    : Route.Unknown;
            case IInvocationOperation call when ReturnsItsFirstArgument(call.TargetMethod.OriginalDefinition):
                return RouteOf(call.Arguments.First(argument => argument.Parameter?.Ordinal == 0).Value, depth + 1);
            case ILocalReferenceOperation local when LocalValues.Of(local) is { } initial:
                return RouteOf(initial, depth + 1);
            case { Type: { } type } when SymbolEqualityComparer.Default.Equals(type, application):
                return Route.Root;
            default:
                return Route.Unknown;
        }
    }

    // As in app.MapGroup("/oauth").RequireAuthorization(): conventions return their argument.
    private static bool ReturnsItsFirstArgument(IMethodSymbol method) =>
        method.Parameters is [{ Type: ITypeParameterSymbol given }, ..] && SymbolEqualityComparer.Default.Equals(method.ReturnType, given);

    private static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation) operation = operation.ChildOperations.First();
        return operation;
    }
}
