using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// Finds branches of the pipeline that answer a constant path, such as <c>app.Map("/register", branch => …)</c> and
/// <c>app.MapWhen(context => context.Request.Path == "/register", branch => …)</c>. A branch answers like an endpoint without being one.
/// </summary>
internal sealed class BranchCalls(EndpointJudge judge, IReadOnlyCollection<INamedTypeSymbol> branching)
{
    private const string Builder = "Microsoft.AspNetCore.Builder.";

    /// <summary>Creates it if the project can branch a pipeline; otherwise null.</summary>
    /// <param name="judge">Judges the branches.</param>
    /// <param name="compilation">The compilation.</param>
    public static BranchCalls? In(Compilation compilation, EndpointJudge judge)
    {
        var types = new[] { "MapExtensions", "MapWhenExtensions", "UseWhenExtensions" }
            .Select(name => compilation.GetTypeByMetadataName(Builder + name))
            .OfType<INamedTypeSymbol>()
            .ToList();
        return types.Count == 0 ? null : new(judge, types);
    }

    /// <summary>Judges a call.</summary>
    /// <param name="action">The call.</param>
    public void Judge(OperationAnalysisContext action)
    {
        var call = (IInvocationOperation)action.Operation;
        if (!IsBranch(call)) return;
        var prefix = PrefixOf(call);
        if (ArgumentOf(call, "pathMatch") is { } path)
        {
            if (TextOf(path) is { } text) Report(path.Syntax, [], text);
            return;
        }
        if (ArgumentOf(call, "predicate") is not { } predicate) return;
        var parts = predicate.DescendantsAndSelf().Where(part => !IsNegated(part, predicate)).ToList();
        foreach (var (tested, text) in parts.SelectMany(PathsIn)) Report(tested.Syntax, [.. parts.SelectMany(MethodsIn).Distinct()], text);

        void Report(SyntaxNode place, IReadOnlyCollection<string> methods, string text) =>
            judge.Judge(place.GetLocation(), methods, prefix.Below(text), types: [], action.ReportDiagnostic);
    }

    private bool IsBranch(IInvocationOperation call) => branching.Contains(call.TargetMethod.ContainingType, SymbolEqualityComparer.Default);

    // The path of the branches in which this one is built; unknown where the builder comes from elsewhere, as in a method of its own.
    private Route PrefixOf(IOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IAnonymousFunctionOperation) continue;
            var outer = parent.Parent;
            while (outer is not null and not IInvocationOperation) outer = outer.Parent;
            if (outer is not IInvocationOperation branch || !IsBranch(branch)) return Route.Unknown;
            var above = PrefixOf(branch);
            return ArgumentOf(branch, "pathMatch") is not { } path ? above : TextOf(path) is { } text ? above.Below(text) : Route.Unknown;
        }
        return call is IInvocationOperation { Arguments: [{ Value: { } builder }, ..] } && Unwrap(builder).Type?.Name == "WebApplication"
            ? Route.Root
            : Route.Unknown;
    }

    // A test of everything but the path.
    private static bool IsNegated(IOperation part, IOperation predicate)
    {
        for (var parent = part.Parent; parent is not null && !ReferenceEquals(parent, predicate); parent = parent.Parent)
        {
            if (parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }) return true;
        }
        return false;
    }

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;

    private static IOperation? ArgumentOf(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    // A text, or one that becomes a PathString.
    private static string? TextOf(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IConversionOperation conversion => TextOf(conversion.Operand),
        IObjectCreationOperation { Arguments: [{ Value: { } value }] } => TextOf(value),
        _ => null,
    };

    // Comparisons of the request's path with a constant.
    private static IEnumerable<(IOperation Tested, string Text)> PathsIn(IOperation operation)
    {
        IEnumerable<IOperation> compared = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => [equality.LeftOperand, equality.RightOperand],
            IInvocationOperation { TargetMethod.Name: "StartsWithSegments" or "Equals" or "StartsWith" } call =>
                [.. call.Instance is null ? Array.Empty<IOperation>() : [call.Instance], .. call.Arguments.Select(argument => argument.Value)],
            IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test => [test.Value, pattern.Value],
            _ => [],
        };
        var all = compared.ToList();
        if (!all.Exists(IsPath)) return [];
        return all.Select(each => (Tested: each, Text: TextOf(each))).Where(each => each.Text is not null).Select(each => (each.Tested, each.Text!));
    }

    private static bool IsPath(IOperation operation) => operation.DescendantsAndSelf().Any(each =>
        each is IPropertyReferenceOperation { Property: { Name: "Path", ContainingType.Name: "HttpRequest" } });

    // Comparisons of the request's method with a constant.
    private static IEnumerable<string> MethodsIn(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: "HttpMethods", Name: ['I', 's', _, ..] name } } =>
            [name.Substring("Is".Length).ToUpperInvariant()],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsMethod(equality.LeftOperand) || IsMethod(equality.RightOperand) =>
            new[] { TextOf(equality.LeftOperand), TextOf(equality.RightOperand) }.OfType<string>().Select(method => method.ToUpperInvariant()),
        _ => [],
    };

    private static bool IsMethod(IOperation operation) => operation.DescendantsAndSelf().Any(each =>
        each is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpRequest" } });
}
