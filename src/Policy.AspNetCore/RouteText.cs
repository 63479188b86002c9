using Microsoft.AspNetCore.Routing.Patterns;

namespace DecisionPolicies.AspNetCore;

/// <summary>Writes a route as its segments stand after all conventions, which the text in the source may not tell.</summary>
internal static class RouteText
{
    public static string Of(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        '/' + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Of(part, pattern)))));

    private static string Of(RoutePatternPart part, Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        // The route of an MVC convention, as in {controller}/{action}, is for one action only.
        RoutePatternParameterPart parameter when pattern.RequiredValues.GetValueOrDefault(parameter.Name) is string { Length: > 0 } required => required,
        RoutePatternParameterPart { IsCatchAll: true } parameter => $"{{**{parameter.Name}}}",
        RoutePatternParameterPart parameter => $"{{{parameter.Name}{(parameter.IsOptional || parameter.Default is not null ? "?" : "")}}}",
        _ => "{}",
    };
}
