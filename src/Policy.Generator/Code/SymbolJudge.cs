using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// Finds uses of rejected symbols. Members are found by the operations that use them, written or implied; types by their names,
/// because a declaration, a constraint or a cast is not an operation. Each place belongs to one of the two.
/// </summary>
internal sealed class SymbolJudge(RejectedSymbols rejected, TypeNames names, WrittenCode written)
{
    private static readonly SymbolDisplayFormat _name = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    // A rule about a method is about one overload.
    private static readonly SymbolDisplayFormat _overload = _name.AddMemberOptions(SymbolDisplayMemberOptions.IncludeParameters);

    /// <summary>The syntax kinds that can name a type.</summary>
    public static SyntaxKind[] Names { get; } = [SyntaxKind.IdentifierName, SyntaxKind.GenericName, SyntaxKind.PredefinedType];

    /// <summary>The operations that can use a member.</summary>
    public static OperationKind[] Operations { get; } =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference,
        OperationKind.FieldReference, OperationKind.EventReference, OperationKind.Binary, OperationKind.Unary, OperationKind.Increment,
        OperationKind.Decrement, OperationKind.CompoundAssignment, OperationKind.Conversion, OperationKind.Loop, OperationKind.Await,
        OperationKind.DeconstructionAssignment, OperationKind.RecursivePattern, OperationKind.ListPattern, OperationKind.SlicePattern,
        OperationKind.ImplicitIndexerReference, OperationKind.With, OperationKind.CollectionExpression,
    ];

    /// <summary>Judges an operation.</summary>
    /// <param name="action">The operation.</param>
    public void Judge(OperationAnalysisContext action)
    {
        var operation = action.Operation;
        if (!written.IsIn(operation.Syntax.SyntaxTree)) return;
        switch (operation)
        {
            case IInvocationOperation invocation:
                Judge(action, invocation.TargetMethod);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Judge(action, constructor);
                break;
            case IMemberReferenceOperation reference:
                Judge(action, reference.Member);
                break;
            case IBinaryOperation binary:
                Judge(action, binary.OperatorMethod);
                break;
            case IUnaryOperation unary:
                Judge(action, unary.OperatorMethod);
                break;
            case IIncrementOrDecrementOperation step:
                Judge(action, step.OperatorMethod);
                break;
            case ICompoundAssignmentOperation assignment:
                Judge(action, assignment.OperatorMethod);
                Judge(action, assignment.InConversion.MethodSymbol);
                Judge(action, assignment.OutConversion.MethodSymbol);
                break;
            case IConversionOperation conversion:
                Judge(action, conversion.OperatorMethod);
                break;
            case IRecursivePatternOperation pattern:
                Judge(action, pattern.DeconstructSymbol);
                break;
            case IListPatternOperation pattern:
                JudgeAll(action, [pattern.LengthSymbol, pattern.IndexerSymbol]);
                break;
            case ISlicePatternOperation pattern:
                Judge(action, pattern.SliceSymbol);
                break;
            case IImplicitIndexerReferenceOperation reference:
                JudgeAll(action, [reference.LengthSymbol, reference.IndexerSymbol]);
                break;
            case IWithOperation with:
                Judge(action, with.CloneMethod);
                break;
            case ICollectionExpressionOperation collection:
                Judge(action, collection.ConstructMethod);
                break;
            default:
                JudgeImplied(action, operation);
                break;
        }
    }

    /// <summary>Judges a name.</summary>
    /// <param name="action">The name.</param>
    public void Judge(SyntaxNodeAnalysisContext action)
    {
        var name = (TypeSyntax)action.Node;
        if (!written.IsIn(name.SyntaxTree) || !names.MayBe(name) || name.Parent is NameEqualsSyntax || name.IsPartOfStructuredTrivia()) return;
        var model = action.SemanticModel;
        var symbol = model.GetSymbolInfo(name, action.CancellationToken).Symbol;
        // The name of an attribute resolves to its constructor.
        var type = symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol)?.ContainingType;
        if (type is null || IsInNameOf(name)) return;
        var whole = Whole(name);
        if (IsReportedElsewhere(model, whole, type, action.CancellationToken)) return;
        foreach (var rule in rejected.BrokenBy(symbol!))
        {
            if (!IsOwnUse(rule, symbol!, model.GetEnclosingSymbol(name.SpanStart, action.CancellationToken)))
            {
                written.Report(rule.At(Spot.Of(name), NameOf(symbol!, rule)), action.ReportDiagnostic);
            }
        }
    }

    private void Judge(OperationAnalysisContext action, ISymbol? used)
    {
        if (used is null) return;
        var broken = rejected.BrokenBy(used);
        if (broken.Length > 0) Report(action, used, broken);
    }

    // The members that one keyword implies break a rule once.
    private void JudgeAll(OperationAnalysisContext action, ISymbol?[] implied)
    {
        var reported = new HashSet<RuleInForce>();
        foreach (var used in implied)
        {
            if (used is not null) Report(action, used, rejected.BrokenBy(used).Where(reported.Add));
        }
    }

    private void JudgeImplied(OperationAnalysisContext action, IOperation operation)
    {
        if (operation.SemanticModel is not { } model) return;
        switch (operation.Syntax)
        {
            case CommonForEachStatementSyntax loop:
                var info = model.GetForEachStatementInfo(loop);
                var deconstruction = loop is ForEachVariableStatementSyntax variables ? MethodsOf(model.GetDeconstructionInfo(variables)) : [];
                JudgeAll(action, [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod, info.ElementConversion.MethodSymbol,
                    info.CurrentConversion.MethodSymbol, .. deconstruction]);
                break;
            case AwaitExpressionSyntax awaited:
                var awaiter = model.GetAwaitExpressionInfo(awaited);
                JudgeAll(action, [awaiter.GetAwaiterMethod, awaiter.IsCompletedProperty, awaiter.GetResultMethod]);
                break;
            case AssignmentExpressionSyntax assignment:
                JudgeAll(action, [.. MethodsOf(model.GetDeconstructionInfo(assignment))]);
                break;
        }
    }

    private static IEnumerable<ISymbol?> MethodsOf(DeconstructionInfo deconstruction) =>
        deconstruction.Nested.SelectMany(MethodsOf).Prepend(deconstruction.Conversion?.MethodSymbol).Prepend(deconstruction.Method);

    private void Report(OperationAnalysisContext action, ISymbol used, IEnumerable<RuleInForce> broken)
    {
        if (IsInNameOf(action.Operation)) return;
        // If the type is named, its name has already been judged.
        if (action.Operation.Syntax is AttributeSyntax) return;
        if (action.Operation.Syntax is PrimaryConstructorBaseTypeSyntax) broken = rejected.BrokenByMemberAlone(used);
        foreach (var rule in broken)
        {
            if (IsOwnUse(rule, used, action.ContainingSymbol)) continue;
            written.Report(rule.At(Spot.Of(action.Operation.Syntax), NameOf(used, rule)), action.ReportDiagnostic);
        }
    }

    // A rule about a symbol of this project does not forbid the symbol itself, so the symbol's own code may use it.
    private bool IsOwnUse(RuleInForce rule, ISymbol used, ISymbol? user) =>
        used.ContainingAssembly is { } assembly && SymbolEqualityComparer.Default.Equals(assembly, user?.ContainingAssembly) && rejected.IsWithin(user, rule);

    // Inside nameof, a name is only text, and the symbol is not used.
    private static bool IsInNameOf(SyntaxNode name)
    {
        for (var node = name.Parent; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or TypeArgumentListSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }) return true;
        }
        return false;
    }

    private static bool IsInNameOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation) return true;
        }
        return false;
    }

    // A.B.Type, if the name is its last part.
    private static TypeSyntax Whole(TypeSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => Whole(qualified),
        AliasQualifiedNameSyntax qualified when qualified.Name == name => Whole(qualified),
        _ => name,
    };

    // The constructor is judged by its operation, and so is a member of the type.
    private static bool IsReportedElsewhere(SemanticModel model, TypeSyntax whole, INamedTypeSymbol type, CancellationToken cancel)
    {
        ExpressionSyntax expression = whole;
        // In an expression, A.B.Type is a member access.
        if (expression.Parent is MemberAccessExpressionSyntax named && named.Name == expression) expression = named;
        return expression.Parent switch
        {
            ObjectCreationExpressionSyntax creation => model.GetSymbolInfo(creation, cancel).Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor },
            MemberAccessExpressionSyntax access => IsIn(model.GetSymbolInfo(access, cancel).Symbol, type),
            QualifiedNameSyntax qualified => IsIn(model.GetSymbolInfo(qualified, cancel).Symbol, type),
            _ => false,
        };
    }

    private static bool IsIn(ISymbol? member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(member?.ContainingType?.OriginalDefinition, type.OriginalDefinition);

    private static string NameOf(ISymbol symbol, RuleInForce rule)
    {
        var isOverload = rule.Rule is SymbolRule { Symbol.Text: ['M', ..] };
        var named = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !isOverload ? symbol.ContainingType : symbol;
        var text = ((named as IMethodSymbol)?.ReducedFrom ?? named.OriginalDefinition).ToDisplayString(isOverload ? _overload : _name);
        return rule.Rule is PackageRule package ? $"{text} of the package {package.Package}" : text;
    }
}
