using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Governed;

/// <summary>Reads an options class that is marked as governed.</summary>
internal static class GovernedTypeReader
{
    /// <summary>The attribute that marks an options class.</summary>
    public const string Attribute = "DecisionPolicies.GovernedAttribute";

    // Without the @ of keywords, for messages and for names that are escaped later.
    private static readonly SymbolDisplayFormat _nested = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);
    private static readonly SymbolDisplayFormat _full = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The class that carries the attribute, or null if the attribute is on another part of the class.</summary>
    public static GovernedType? Read(GeneratorAttributeSyntaxContext marked) =>
        AttributeOf(marked.TargetSymbol)?.ApplicationSyntaxReference is { } place
        && place.SyntaxTree == marked.TargetNode.SyntaxTree && marked.TargetNode.Span.Contains(place.Span)
            ? Read((INamedTypeSymbol)marked.TargetSymbol)
            : null;

    /// <summary>The class, or null if it does not carry the attribute.</summary>
    public static GovernedType? Read(INamedTypeSymbol type)
    {
        if (AttributeOf(type) is not { ConstructorArguments: [{ IsNull: var isNull, Value: var value }] }) return null;
        var section = (value as string)?.Trim() ?? "";
        var isPublic = Containing(type).All(t => t.DeclaredAccessibility == Accessibility.Public);
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString(_full) : "";
        var fault = isNull ? "its section is null. Write \"\" for the root of the configuration" : FaultOf(type, section);
        return new(space, NameOf(type), section, isPublic, fault is null ? GovernedObjectReader.Read(type) : ValueList<GovernedObject>.Empty, fault);
    }

    /// <summary>The name of a class without its namespace, as in <c>Outer.Inner</c>.</summary>
    public static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(_nested);

    /// <summary>Whether the class is marked.</summary>
    public static bool IsGoverned(ISymbol type) => AttributeOf(type) is not null;

    private static AttributeData? AttributeOf(ISymbol type) =>
        type.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "GovernedAttribute" } attribute && attribute.ToDisplayString() == Attribute);

    private static string? FaultOf(INamedTypeSymbol type, string section)
    {
        if (Containing(type).Any(t => t.IsGenericType))
        {
            return "it is generic, but the options of a section have one type. Derive a class from it and mark that class";
        }
        if (type.IsStatic) return "it is static, but options need an instance";
        if (Containing(type)
            .Any(t => t.IsFileLocal || t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
        {
            return "generated code cannot see it. Make it internal or public";
        }
        if (section.Length == 0) return null;
        if (!KeyPattern.TryParse(section, out var key, out var fault)) return $"its section cannot be read. {fault.TrimEnd('.')}";
        return key.IsExact ? null : $"its section '{section}' contains a wildcard. Name one section";
    }

    private static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType) yield return t;
    }
}
