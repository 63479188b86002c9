using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Governed;

/// <summary>Reads which properties of a class a configuration can set, as <c>Microsoft.Extensions.Configuration.Binder</c> does.</summary>
internal sealed class GovernedObjectReader
{
    private const string KeyNameAttribute = "Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute";

    // Classes near the root are read first.
    private const int MostObjects = 200;

    // A generic class can contain itself with ever larger arguments.
    private const int DeepestArguments = 5;

    private readonly List<INamedTypeSymbol> _types = [];
    private readonly Dictionary<ITypeSymbol, int> _places = new(SymbolEqualityComparer.Default);

    private GovernedObjectReader()
    {
    }

    /// <summary>The class, then every class and structure that its properties can reach, each once.</summary>
    public static ValueList<GovernedObject> Read(INamedTypeSymbol type)
    {
        var reader = new GovernedObjectReader();
        reader.PlaceOf(type);
        var objects = new List<GovernedObject>();
        // Reading a type adds the types of its properties.
        for (var i = 0; i < reader._types.Count; i++) objects.Add(new(reader.Properties(reader._types[i]).ToValueList()));
        return objects.ToValueList();
    }

    private int PlaceOf(INamedTypeSymbol type)
    {
        if (_places.TryGetValue(type, out var place)) return place;
        _places.Add(type, _types.Count);
        _types.Add(type);
        return _types.Count - 1;
    }

    private IEnumerable<GovernedProperty> Properties(INamedTypeSymbol type)
    {
        var chain = Inherited(type).ToList();
        foreach (var declaring in chain)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>().Where(IsRead))
            {
                var hiding = chain.SkipWhile(t => !SymbolEqualityComparer.Default.Equals(t, declaring)).Skip(1).SelectMany(t => t.GetMembers(property.Name));
                var isHidden = hiding.Any(member => !member.IsOverride);
                yield return new(KeyOf(property), property.Name, isHidden ? Code(declaring) : null, ValueOf(property.Type));
            }
        }
    }

    // For an overridden property, the binder knows only the first declaration, including its attributes.
    private static bool IsRead(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public }
        && property.GetMethod is { DeclaredAccessibility: Accessibility.Public } getter
        && !property.Type.IsRefLikeType && !IsForbidden(property) && !IsForbidden(getter);

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var t = type; t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; t = t.BaseType) chain.Push(t);
        return chain;
    }

    // Code that uses such a member does not compile.
    private static bool IsForbidden(ISymbol member) => member.GetAttributes().Any(a =>
        a.AttributeClass is { Name: "ObsoleteAttribute" } attribute && attribute.ToDisplayString() == "System.ObsoleteAttribute"
            && a.ConstructorArguments is [_, { Value: true }]);

    private static string KeyOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(IsKeyName) is { ConstructorArguments: [{ Value: string key }] } ? key : property.Name;

    private static bool IsKeyName(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "ConfigurationKeyNameAttribute" } name && name.ToDisplayString() == KeyNameAttribute;

    private static bool IsFlags(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "FlagsAttribute" } flags && flags.ToDisplayString() == "System.FlagsAttribute";

    private GovernedValue ValueOf(ITypeSymbol type)
    {
        var plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var value = new GovernedValue(
            KindOf(plain),
            Code(plain),
            plain.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            IsStructure = plain.IsValueType,
        };
        return value.Kind switch
        {
            GovernedKind.Enumeration => value with { Members = MembersOf(plain, value.Type), IsFlags = plain.GetAttributes().Any(IsFlags) },
            GovernedKind.Items => value with { Element = ValueOf(ElementOf(plain)!), Arguments = ArgumentsOf(plain, ElementOf(plain)!) },
            GovernedKind.Entries =>
                value with { Element = ValueOf(EntryOf(plain)!.TypeArguments[1]), Arguments = ArgumentsOf(plain, [.. EntryOf(plain)!.TypeArguments]) },
            GovernedKind.Object => value with { Object = PlaceOf((INamedTypeSymbol)plain) },
            _ => value,
        };
    }

    private GovernedKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        _ when IsForbidden(type) => GovernedKind.Unknown,
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
            "byte[]" => GovernedKind.Bytes,
            _ when EntryOf(type) is not null => GovernedKind.Entries,
            _ when ElementOf(type) is not null => GovernedKind.Items,
            _ => IsObject(type) ? GovernedKind.Object : GovernedKind.Unknown,
        },
    };

    private bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
        && !Inherited(named).Any(t => t.ToDisplayString() is "System.Delegate" or "System.Type")
        && !(type.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)))
        && (_places.ContainsKey(type) || (_types.Count < MostObjects && DepthOf(named) <= DeepestArguments));

    private static int DepthOf(INamedTypeSymbol type) => 1 + type.TypeArguments.OfType<INamedTypeSymbol>().Select(DepthOf).DefaultIfEmpty().Max();

    private static INamedTypeSymbol? EntryOf(ITypeSymbol type) => Interfaces(type).FirstOrDefault(i =>
        i is { Name: "IDictionary" or "IReadOnlyDictionary", Arity: 2 } && i.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array
        ? array.Rank == 1 && array.ElementType is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol) ? array.ElementType : null
        : Enumerated(type, SpecialType.System_Collections_Generic_ICollection_T).Concat(Enumerated(type)).FirstOrDefault();

    private static IEnumerable<ITypeSymbol> Enumerated(ITypeSymbol type, SpecialType @interface = SpecialType.System_Collections_Generic_IEnumerable_T) =>
        Interfaces(type).Where(i => i.OriginalDefinition.SpecialType == @interface).Select(i => i.TypeArguments[0]);

    private static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? type.AllInterfaces.Prepend(itself) : type.AllInterfaces;

    // C# cannot infer them for a type that can be enumerated in several ways, or for a Nullable.
    private static string ArgumentsOf(ITypeSymbol type, params ITypeSymbol[] arguments) =>
        type.IsValueType || Enumerated(type).Skip(1).Any() ? $"<{string.Join(", ", arguments.Select(Code))}>" : "";

    private static ValueList<GovernedMember> MembersOf(ITypeSymbol type, string code) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(field => field.HasConstantValue)
        .GroupBy(field => field.ConstantValue)
        .SelectMany(same => same.Select(field => new GovernedMember(
            field.Name,
            same.First().Name,
            IsForbidden(field)
                ? $"({code})({Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)})"
                : $"{code}.{CSharp.Name(field.Name)}")))
        .ToValueList();

    private static string Code(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
