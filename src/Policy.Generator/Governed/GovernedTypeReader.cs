using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Governed;

/// <summary>Reads from a class what a configuration can set in it, as <c>Microsoft.Extensions.Configuration.Binder</c> would.</summary>
internal static class GovernedTypeReader
{
    /// <summary>The attribute that marks an options class.</summary>
    public const string Attribute = "DecisionPolicies.GovernedAttribute";

    private const string KeyNameAttribute = "Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute";

    private static readonly SymbolDisplayFormat _nested = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    /// <summary>The class that the attribute stands on, or null where that is none.</summary>
    public static GovernedType? Read(INamedTypeSymbol type)
    {
        var attribute = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == Attribute);
        if (attribute is not { ConstructorArguments: [{ Value: string section }] }) return null;
        section = section.Trim();
        var isPublic = Containing(type).All(t => t.DeclaredAccessibility == Accessibility.Public);
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() : "";
        return new(space, type.ToDisplayString(_nested), section, isPublic, Properties(type, []), FaultOf(type, section));
    }

    private static string? FaultOf(INamedTypeSymbol type, string section)
    {
        if (Containing(type).Any(t => t.IsGenericType)) return "it is generic, and options of one section have one type. Derive a class from it and mark that one";
        if (type.IsFileLocal || Containing(type).Any(t => t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
        {
            return "generated code cannot see it. Make it internal or public";
        }
        if (section.Length == 0) return null;
        if (!KeyPattern.TryParse(section, out var key, out var fault)) return $"its section cannot be read. {fault.TrimEnd('.')}";
        return key.IsExact ? null : $"its section '{section}' has a wildcard. Name one section";
    }

    private static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType) yield return t;
    }

    private static ValueList<GovernedProperty> Properties(INamedTypeSymbol type, IReadOnlyList<ITypeSymbol> above)
    {
        // What contains itself could go on for ever; a configuration hardly does.
        if (above.Contains(type, SymbolEqualityComparer.Default)) return ValueList<GovernedProperty>.Empty;
        var properties = new Dictionary<string, GovernedProperty>(StringComparer.OrdinalIgnoreCase);
        var order = new List<string>();
        foreach (var property in Inherited(type).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
        {
            if (property.IsStatic || property.IsIndexer || property.GetMethod is not { DeclaredAccessibility: Accessibility.Public }) continue;
            if (property.DeclaredAccessibility != Accessibility.Public || property.Type.IsRefLikeType || IsForbidden(property)) continue;
            var key = KeyOf(property);
            // A derived class may declare a property anew; it comes later, and it is the one that is bound.
            if (!properties.ContainsKey(key)) order.Add(key);
            properties[key] = new(key, property.Name, ValueOf(property.Type, [.. above, type]));
        }
        return order.Select(key => properties[key]).ToValueList();
    }

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var t = type; t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; t = t.BaseType) chain.Push(t);
        return chain;
    }

    // Code that uses such a property does not compile.
    private static bool IsForbidden(IPropertySymbol property) => property.GetAttributes().Any(a =>
        a.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute" && a.ConstructorArguments is [_, { Value: true }]);

    private static string KeyOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == KeyNameAttribute) is { ConstructorArguments: [{ Value: string name }] }
            ? name
            : property.Name;

    private static GovernedValue ValueOf(ITypeSymbol type, IReadOnlyList<ITypeSymbol> above)
    {
        var plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var value = new GovernedValue(
            KindOf(plain),
            plain.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) { IsStructure = plain.IsValueType };
        return value.Kind switch
        {
            GovernedKind.Enumeration => value with { Members = MembersOf(plain) },
            GovernedKind.Items => value with { Element = ValueOf(ElementOf(plain)!, above) },
            GovernedKind.Entries => value with { Element = ValueOf(EntryOf(plain)!.TypeArguments[1], above) },
            GovernedKind.Object => value with { Properties = Properties((INamedTypeSymbol)plain, above) },
            _ => value,
        };
    }

    private static GovernedKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => GovernedKind.Text,
        SpecialType.System_Boolean => GovernedKind.Boolean,
        SpecialType.System_Char => GovernedKind.Character,
        >= SpecialType.System_SByte and <= SpecialType.System_Double => GovernedKind.Number,
        _ when type.TypeKind == TypeKind.Enum => GovernedKind.Enumeration,
        _ => type.ToDisplayString() switch
        {
            "System.Uri" => GovernedKind.Uri,
            "System.TimeSpan" => GovernedKind.TimeSpan,
            "System.Guid" => GovernedKind.Guid,
            "System.Half" or "System.Int128" or "System.UInt128" => GovernedKind.Number,
            // The binder reads these from one text.
            "byte[]" => GovernedKind.Unknown,
            _ when EntryOf(type) is not null => GovernedKind.Entries,
            _ when ElementOf(type) is not null => GovernedKind.Items,
            _ => IsObject(type) ? GovernedKind.Object : GovernedKind.Unknown,
        },
    };

    private static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
        && !Inherited((INamedTypeSymbol)type).Any(t => t.ToDisplayString() is "System.Delegate" or "System.Type")
        && !(type.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)));

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType : Enumerated(type);

    private static INamedTypeSymbol? EntryOf(ITypeSymbol type) =>
        Enumerated(type) is INamedTypeSymbol { Name: "KeyValuePair", ContainingNamespace.Name: "Generic" } pair ? pair : null;

    private static ITypeSymbol? Enumerated(ITypeSymbol type)
    {
        var interfaces = type.AllInterfaces.AsEnumerable();
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself) interfaces = interfaces.Prepend(itself);
        return interfaces.FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }

    // Two names of one value cannot be told apart in an object; the first one stands for both.
    private static ValueList<string> MembersOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(field => field.HasConstantValue)
        .GroupBy(field => field.ConstantValue)
        .Select(same => same.First().Name)
        .ToValueList();
}
