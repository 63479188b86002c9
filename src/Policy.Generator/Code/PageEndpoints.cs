using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Code;

/// <summary>Finds the endpoints of Razor components and Razor Pages, by what the Razor compiler writes for <c>@page</c> and for the path of a page.</summary>
internal sealed class PageEndpoints(EndpointJudge judge, INamedTypeSymbol? componentRoute, INamedTypeSymbol? pageMetadata)
{
    private const string Extension = ".cshtml";
    private const string Index = "/Index";

    // As MapRazorComponents serves a component; a Razor Page answers any method.
    private static readonly string[] _componentMethods = ["GET", "POST"];

    /// <summary>Creates it if the project can have pages; otherwise null.</summary>
    /// <param name="judge">Judges them.</param>
    /// <param name="compilation">The compilation.</param>
    public static PageEndpoints? In(Compilation compilation, EndpointJudge judge)
    {
        var component = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.RouteAttribute");
        var page = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemMetadataAttribute");
        return component is null && page is null ? null : new(judge, component, page);
    }

    /// <summary>Judges a type.</summary>
    /// <param name="action">The type.</param>
    public void Judge(SymbolAnalysisContext action)
    {
        var type = (INamedTypeSymbol)action.Symbol;
        var attributes = type.GetAttributes();
        foreach (var route in attributes.Where(attribute => Is(attribute, componentRoute)))
        {
            if (route.ConstructorArguments is not [{ Value: string template }]) continue;
            judge.Judge(PlaceOf(route), _componentMethods, Route.Root.Below(template), HandlerTypes.Of(type), action.ReportDiagnostic);
        }
        if (IsPage(type) && MetadataOf(attributes, "Identifier").Value is { } path)
        {
            var (template, written) = MetadataOf(attributes, "RouteTemplate");
            var place = written ?? FileOf(type);
            // The type of a Razor Page is unknown to routing, so an exception by type does not hold when the host starts.
            foreach (var route in RoutesOf(path, template)) judge.Judge(place, [], Route.Root.Below(route), types: [], action.ReportDiagnostic);
        }
    }

    // Of the page's path in its project, as in /Pages/Orders/Index.cshtml or /Areas/Shop/Pages/Orders.cshtml, and of what follows @page.
    private static IEnumerable<string> RoutesOf(string path, string? template)
    {
        if (template is ['/' or '~', ..])
        {
            yield return template.TrimStart('~');
            yield break;
        }
        var route = path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - Extension.Length) : path;
        if (route.StartsWith("/Areas/", StringComparison.OrdinalIgnoreCase)) route = route.Substring("/Areas".Length).Replace("/Pages/", "/");
        else if (route.StartsWith("/Pages/", StringComparison.OrdinalIgnoreCase)) route = route.Substring("/Pages".Length);
        yield return Joined(route, template);
        if (route.EndsWith(Index, StringComparison.OrdinalIgnoreCase)) yield return Joined(route.Substring(0, route.Length - Index.Length), template);
    }

    private static string Joined(string route, string? template) => template is { Length: > 0 } ? $"{route}/{template}" : route;

    private (string? Value, Location? Place) MetadataOf(IEnumerable<AttributeData> attributes, string key)
    {
        var found = attributes.FirstOrDefault(attribute =>
            Is(attribute, pageMetadata) && attribute.ConstructorArguments is [{ Value: string name }, _] && name == key);
        return found is { ConstructorArguments: [_, { Value: string value }] } ? (value, PlaceOf(found)) : (null, null);
    }

    private static bool Is(AttributeData attribute, INamedTypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type);

    private static bool IsPage(INamedTypeSymbol type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
        {
            if (each is { Name: "PageBase", ContainingNamespace.Name: "RazorPages" }) return true;
        }
        return false;
    }

    private static Location PlaceOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() switch
    {
        AttributeSyntax { ArgumentList.Arguments: [.., { Expression: { } template }] } => template.GetLocation(),
        { } syntax => Spot.Of(syntax),
        _ => Location.None,
    };

    // A page whose path is its route shows no text of it: its file, which the compiler names at the start of the code.
    private static Location FileOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(part => part.SyntaxTree.GetRoot().GetFirstDirective(each => each.IsKind(SyntaxKind.PragmaChecksumDirectiveTrivia)))
            .OfType<PragmaChecksumDirectiveTriviaSyntax>()
            .Select(checksum => Location.Create(checksum.File.ValueText, default, default(LinePositionSpan)))
            .FirstOrDefault() ?? Location.None;
}
