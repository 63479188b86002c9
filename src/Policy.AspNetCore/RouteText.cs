using Microsoft.AspNetCore.Routing.Patterns;

namespace DecisionPolicies.AspNetCore;

/// <summary>Writes a route with its segments after all conventions, which can differ from the text in the source.</summary>
internal static class RouteText
{
    public static string Of(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        '/' + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Of(part, pattern)))));

    private static string Of(RoutePatternPart part, Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        // The route of an MVC convention, as in {controller}/{action}, serves only one action.
        RoutePatternParameterPart parameter when pattern.RequiredValues.GetValueOrDefault(parameter.Name) is string { Length: > 0 } required => required,
        RoutePatternParameterPart { IsCatchAll: true } parameter => $"{{**{parameter.Name}}}",
        RoutePatternParameterPart parameter => $"{{{parameter.Name}{(parameter.IsOptional || parameter.Default is not null ? "?" : "")}}}",
        _ => "{}",
    };
}
