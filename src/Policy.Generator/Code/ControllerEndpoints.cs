using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// Finds endpoints in the routing attributes of controllers, such as <c>[HttpPost("register")]</c>, and combines them as ASP.NET Core does.
/// </summary>
internal sealed class ControllerEndpoints(EndpointJudge judge, INamedTypeSymbol route, INamedTypeSymbol? httpMethod, INamedTypeSymbol? acceptVerbs)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    private static readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal)
    {
        ["HttpGetAttribute"] = "GET",
        ["HttpPostAttribute"] = "POST",
        ["HttpPutAttribute"] = "PUT",
        ["HttpDeleteAttribute"] = "DELETE",
        ["HttpPatchAttribute"] = "PATCH",
        ["HttpHeadAttribute"] = "HEAD",
        ["HttpOptionsAttribute"] = "OPTIONS",
    };

    /// <summary>Creates it if the project can have controllers; otherwise null.</summary>
    /// <param name="judge">Judges them.</param>
    /// <param name="compilation">The compilation.</param>
    public static ControllerEndpoints? In(Compilation compilation, EndpointJudge judge) =>
        compilation.GetTypeByMetadataName(Mvc + "RouteAttribute") is { } route
            ? new(judge, route, compilation.GetTypeByMetadataName(Mvc + "Routing.HttpMethodAttribute"),
                compilation.GetTypeByMetadataName(Mvc + "AcceptVerbsAttribute"))
            : null;

    /// <summary>Judges a method.</summary>
    /// <param name="action">The method.</param>
    public void Judge(SymbolAnalysisContext action)
    {
        var method = (IMethodSymbol)action.Symbol;
        if (method is not
            {
                MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public,
                ContainingType: { TypeKind: TypeKind.Class, IsAbstract: false } controller
            })
        {
            return;
        }
        var routings = method.GetAttributes().Select(Read).OfType<Routing>().ToList();
        var prefixes = PrefixesOf(controller);
        if ((routings.Count == 0 && prefixes.Count == 0) || Has(method, "NonActionAttribute")) return;
        foreach (var (template, methods, place) in EndpointsOf(routings, method))
        {
            var isAbsolute = template is ['/' or '~', ..];
            // Without any template, routes are conventions, which are defined elsewhere.
            var templates = isAbsolute || (prefixes.Count == 0 && template.Length > 0)
                ? [template.TrimStart('~')]
                : prefixes.Select(prefix => prefix + "/" + template);
            foreach (var whole in templates.Select(each => Replace(each, method, controller)).OfType<string>())
            {
                judge.Judge(place, methods, Route.Root.Below(whole), HandlerTypes.Of(method), action.ReportDiagnostic);
            }
        }
    }

    // [HttpPost] beside [Route("a")] gives the method for a; beside [HttpGet("a")] it is a separate endpoint.
    private static IEnumerable<(string Template, IReadOnlyCollection<string> Methods, Location Place)> EndpointsOf(List<Routing> routings, IMethodSymbol method)
    {
        var silent = routings.Where(routing => routing.Template is null).ToList();
        var common = silent.SelectMany(routing => routing.Methods).Distinct().ToList();
        foreach (var routing in routings.Where(routing => routing.Template is not null))
        {
            yield return (routing.Template!, routing.HasMethods ? routing.Methods : common, routing.Place);
        }
        if (routings.Count == 0) yield return ("", common, method.Locations[0]);
        else if (silent.Count > 0 && routings.TrueForAll(routing => routing.HasMethods)) yield return ("", common, silent[0].Place);
    }

    private Routing? Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type) return null;
        var isVerbs = SymbolEqualityComparer.Default.Equals(type, acceptVerbs);
        IReadOnlyCollection<string>? methods = isVerbs ? [.. attribute.ConstructorArguments.SelectMany(Texts)]
            : SymbolEqualityComparer.Default.Equals(type, route) ? []
            : SymbolEqualityComparer.Default.Equals(type.BaseType, httpMethod) && _methods.TryGetValue(type.Name, out var one) ? [one]
            : null;
        if (methods is null) return null;
        var template = isVerbs
            ? attribute.NamedArguments.FirstOrDefault(named => named.Key == "Route").Value.Value as string
            : attribute.ConstructorArguments.SelectMany(Texts).FirstOrDefault();
        return new(template, methods, methods.Count > 0, PlaceOf(attribute));
    }

    private static IEnumerable<string> Texts(TypedConstant argument) =>
        argument.Kind == TypedConstantKind.Array ? argument.Values.SelectMany(Texts) : argument.Value is string text ? [text] : [];

    private static Location PlaceOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() switch
    {
        AttributeSyntax { ArgumentList.Arguments: [{ NameEquals: null, Expression: { } template }, ..] } => template.GetLocation(),
        { } syntax => Spot.Of(syntax),
        _ => Location.None,
    };

    // The prefixes of the nearest class that has any.
    private List<string> PrefixesOf(INamedTypeSymbol controller)
    {
        for (var type = controller; type is not null; type = type.BaseType)
        {
            var routes = type.GetAttributes()
                .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, route))
                .SelectMany(attribute => attribute.ConstructorArguments)
                .SelectMany(Texts)
                .ToList();
            if (routes.Count > 0) return routes;
        }
        return [];
    }

    // Null if a token has a value that is unknown here.
    private static string? Replace(string template, IMethodSymbol method, INamedTypeSymbol controller)
    {
        var action = method.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "ActionNameAttribute")?.ConstructorArguments[0].Value as string;
        var replaced = Token(Token(template, "[controller]", Without(controller.Name, "Controller")), "[action]", action ?? Without(method.Name, "Async"));
        return replaced.Contains('[') ? null : replaced;
    }

    private static string Token(string template, string token, string value)
    {
        var at = template.IndexOf(token, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? template : template.Substring(0, at) + value + Token(template.Substring(at + token.Length), token, value);
    }

    private static string Without(string name, string end) =>
        name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;

    private static bool Has(IMethodSymbol method, string attribute) => method.GetAttributes().Any(each => each.AttributeClass?.Name == attribute);

    private sealed record Routing(string? Template, IReadOnlyCollection<string> Methods, bool HasMethods, Location Place);
}
