using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DecisionPolicies.Generator.Code;

/// <summary>The smallest part of a syntax node that a reader would point at.</summary>
internal static class Spot
{
    /// <summary>The place of a use: its name or, without a name, its token.</summary>
    /// <param name="syntax">The syntax of the use.</param>
    public static Location Of(SyntaxNode syntax) => syntax switch
    {
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        QualifiedNameSyntax name => Of(name.Right),
        AliasQualifiedNameSyntax name => Of(name.Name),
        NullableTypeSyntax type => Of(type.ElementType),
        MemberAccessExpressionSyntax access => Of(access.Name),
        MemberBindingExpressionSyntax binding => Of(binding.Name),
        InvocationExpressionSyntax invocation => Of(invocation.Expression),
        ParenthesizedExpressionSyntax expression => Of(expression.Expression),
        ElementAccessExpressionSyntax access => access.ArgumentList.GetLocation(),
        ObjectCreationExpressionSyntax creation => Of(creation.Type),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        PrimaryConstructorBaseTypeSyntax type => Of(type.Type),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        AttributeSyntax attribute => Of(attribute.Name),
        BinaryExpressionSyntax expression => expression.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
        PrefixUnaryExpressionSyntax expression => expression.OperatorToken.GetLocation(),
        PostfixUnaryExpressionSyntax expression => expression.OperatorToken.GetLocation(),
        CastExpressionSyntax cast => Of(cast.Type),
        AwaitExpressionSyntax expression => expression.AwaitKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        WithExpressionSyntax expression => expression.WithKeyword.GetLocation(),
        _ => syntax.GetLocation(),
    };
}
