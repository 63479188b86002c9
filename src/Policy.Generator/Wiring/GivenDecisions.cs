using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>The decisions that a call gives a host, as far as its argument shows them.</summary>
internal sealed class GivenDecisions
{
    private const string Class = "Decisions";
    private const string All = "All";

    private static readonly HashSet<string> _filters = new(
        ["Where", "Take", "TakeLast", "TakeWhile", "Skip", "SkipLast", "SkipWhile", "Except", "ExceptBy", "Intersect", "IntersectBy", "OfType", "Slice",
            "Remove", "RemoveAt", "RemoveAll", "RemoveRange"],
        StringComparer.Ordinal);

    private readonly INamedTypeSymbol? _own;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<INamedTypeSymbol> _others = [];
    private bool _hasAll;
    private bool _isUnknown;

    private GivenDecisions(INamedTypeSymbol? own) => _own = own;

    /// <summary>Whether the project's own decisions are given, but only those that a filter leaves.</summary>
    public bool IsFiltered { get; private set; }

    /// <summary>The assembly whose decisions are given; null if there is none.</summary>
    public string? OtherAssembly => _others.Count > 0 ? _others[0].ContainingAssembly.Name : null;

    /// <summary>What an argument gives.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="own">The project's class of decisions; null if there is none.</param>
    /// <param name="isKnown">Whether the argument is known.</param>
    public static GivenDecisions Of(IOperation? argument, INamedTypeSymbol? own, bool isKnown)
    {
        var given = new GivenDecisions(own) { _isUnknown = !isKnown };
        given.Add(argument, isFiltered: false);
        return given;
    }

    /// <summary>Whether a property is one of the project's own decisions, or the list of all of them.</summary>
    /// <param name="property">The property.</param>
    /// <param name="own">The project's class of decisions.</param>
    public static bool IsOwn(IPropertySymbol property, INamedTypeSymbol? own) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, own)
        || (property.ContainingType.ContainingType is { } holder && SymbolEqualityComparer.Default.Equals(holder, own));

    /// <summary>The name of a decision of the project, as its record has it: a pack's begins with the name of the pack's class.</summary>
    /// <param name="property">The property.</param>
    /// <param name="own">The project's class of decisions.</param>
    public static string NameOf(IPropertySymbol property, INamedTypeSymbol? own) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, own) ? property.Name : $"{property.ContainingType.Name}.{property.Name}";

    /// <summary>Whether a decision is given.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="link">Where its record can be read.</param>
    /// <param name="isUsed">Whether code uses one of the project's own decisions, by name.</param>
    public bool Contains(AdrRecord record, string link, Func<string, bool> isUsed) =>
        _hasAll || _names.Contains(record.Name) || _names.Contains(AllBeside(record.Name))
        || (_isUnknown && (_own is null || isUsed(All) || isUsed(record.Name) || isUsed(AllBeside(record.Name))))
        || _others.Exists(other => IsSame(other, record, link));

    private void Add(IOperation? argument, bool isFiltered)
    {
        switch (argument)
        {
            case IConversionOperation conversion:
                Add(conversion.Operand, isFiltered);
                break;
            case IPropertyReferenceOperation { Property: { } property } when IsOwn(property, _own):
                AddOwn(NameOf(property, _own), isFiltered);
                break;
            case IPropertyReferenceOperation { Property: { Name: All, ContainingType: { Name: Class } other } }:
                _others.Add(other);
                break;
            case ICollectionExpressionOperation collection:
                foreach (var element in collection.Elements) Add(element is ISpreadOperation spread ? spread.Operand : element, isFiltered);
                break;
            case IArrayCreationOperation array:
                foreach (var element in array.Initializer?.ElementValues ?? []) Add(element, isFiltered);
                break;
            case IInvocationOperation call when call.Instance is not null || call.Arguments.Length > 0:
                // A method of the project may give anything.
                _isUnknown |= !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty;
                var filters = isFiltered || _filters.Contains(call.TargetMethod.Name);
                Add(call.Instance, filters);
                // Whatever else a method is given, such as the delegate of a filter, is not a list of decisions.
                foreach (var given in call.Arguments.Where(given => given.Value is not IDelegateCreationOperation)) Add(given.Value, filters);
                break;
            // A part of a list: [..2], [0], [^1].
            case IImplicitIndexerReferenceOperation part:
                Add(part.Instance, isFiltered: true);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                Add(element.Instance, isFiltered: true);
                break;
            case IArrayElementReferenceOperation part:
                Add(part.ArrayReference, isFiltered: true);
                break;
            case IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.IsEmpty: true } list:
                foreach (var given in list.Arguments) Add(given.Value, isFiltered);
                foreach (var added in list.Initializer?.Initializers ?? []) Add(added, isFiltered);
                break;
            case ILocalReferenceOperation local when Code.LocalValues.OfSingleUse(local) is { } value:
                Add(value, isFiltered);
                break;
            case IInvocationOperation { TargetMethod.Name: "Empty" } or IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } }:
            // The list that its own initializer adds to.
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
            case ILiteralOperation or IDefaultValueOperation or null:
                break;
            default:
                _isUnknown = true;
                break;
        }
    }

    private void AddOwn(string name, bool isFiltered)
    {
        if (isFiltered) IsFiltered = true;
        else if (name == All) _hasAll = true;
        else _names.Add(name);
    }

    // The list that has the decision.
    private static string AllBeside(string name) => name.Substring(0, name.LastIndexOf('.') + 1) + All;

    // Several projects of a repository have the same records.
    private static bool IsSame(INamedTypeSymbol other, AdrRecord record, string link)
    {
        var dot = record.Name.LastIndexOf('.');
        var name = record.Name.Substring(dot + 1);
        IEnumerable<INamedTypeSymbol> holders = dot < 0 ? [other] : other.GetTypeMembers(record.Name.Substring(0, dot));
        return holders.Any(holder => ConstantOf(holder, "Ids", name) == record.Decision.Id && ConstantOf(holder, "Links", name) == link);
    }

    private static string? ConstantOf(INamedTypeSymbol type, string constants, string name) =>
        type.GetTypeMembers(constants).SelectMany(each => each.GetMembers(name)).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as string;
}
