using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>The symbols that rules are about, looked up once per compilation. It answers which rules the use of a symbol breaks.</summary>
internal sealed class RejectedSymbols
{
    private static readonly RuleInForce[] _none = [];

    private readonly Compilation _compilation;
    private readonly Dictionary<ISymbol, List<Mark>> _marks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, RuleInForce[]> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _membersOfInterfaces = [];
    private bool _hasMembers;

    private RejectedSymbols(Compilation compilation) => _compilation = compilation;

    /// <summary>Whether no rule is about a symbol that exists here.</summary>
    public bool IsEmpty => _marks.Count == 0;

    /// <summary>The symbols that rules are about, without exceptions.</summary>
    public IEnumerable<ISymbol> Symbols => _marks.Where(marked => marked.Value.Exists(mark => !mark.IsException)).Select(marked => marked.Key);

    /// <summary>Looks up the symbols. A symbol that no reference contains is left out: code cannot use it.</summary>
    /// <param name="symbols">The rules about symbols.</param>
    /// <param name="packages">The rules about packages that are judged by their assemblies.</param>
    /// <param name="compilation">The compilation.</param>
    public static RejectedSymbols Of(IEnumerable<RuleInForce> symbols, IEnumerable<RuleInForce> packages, Compilation compilation)
    {
        var rejected = new RejectedSymbols(compilation);
        foreach (var rule in symbols)
        {
            var symbolRule = (SymbolRule)rule.Rule;
            if (!rejected.TryAdd(symbolRule.Symbol, new(rule, false))) continue;
            foreach (var exception in symbolRule.Except) rejected.TryAdd(exception, new(rule, true));
        }
        foreach (var rule in packages)
        {
            foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(a => ((PackageRule)rule.Rule).Means(a.Name)))
            {
                rejected.Add(assembly, new(rule, false));
            }
        }
        return rejected;
    }

    /// <summary>The rules that the use of a symbol breaks.</summary>
    /// <param name="symbol">A type or a member.</param>
    public RuleInForce[] BrokenBy(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol type) return OfType(type);
        if (symbol.ContainingType is not { } container) return _none;
        var ofType = OfType(container);
        return _hasMembers ? OfMember(symbol.OriginalDefinition, ofType) : ofType;
    }

    /// <summary>The rules that the use of a member itself breaks, apart from those that its type breaks.</summary>
    /// <param name="member">The member.</param>
    public IEnumerable<RuleInForce> BrokenByMemberAlone(ISymbol member) => BrokenBy(member).Except(OfType(member.ContainingType));

    /// <summary>Whether a symbol is, or is declared in, the subject of a rule.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="rule">The rule.</param>
    public bool IsWithin(ISymbol? symbol, RuleInForce rule)
    {
        for (var container = symbol; container is not null; container = container.ContainingSymbol)
        {
            if (MarksOf(container).Any(mark => mark.Rule == rule && !mark.IsException)) return true;
        }
        return false;
    }

    private bool TryAdd(SymbolId id, Mark mark)
    {
        var found = DocumentationCommentId.GetSymbolsForDeclarationId(id.Text, _compilation);
        foreach (var symbol in found) Add(symbol, mark);
        return !found.IsEmpty;
    }

    private void Add(ISymbol symbol, Mark mark)
    {
        // Code names the property or the event, never its accessor.
        var named = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
        if (!_marks.TryGetValue(named, out var marks)) _marks[named] = marks = [];
        marks.Add(mark);
        if (named.ContainingType is null || named is INamedTypeSymbol) return;
        _hasMembers = true;
        if (named.ContainingType.TypeKind == TypeKind.Interface && !mark.IsException) _membersOfInterfaces.Add(named);
    }

    private RuleInForce[] OfType(INamedTypeSymbol type) => _ofTypes.GetOrAdd(type.OriginalDefinition, FindOfType);

    private RuleInForce[] FindOfType(INamedTypeSymbol type)
    {
        var broken = new List<RuleInForce>();
        var excepted = new HashSet<RuleInForce>();
        for (ISymbol? container = type; container is not null; container = container.ContainingSymbol)
        {
            foreach (var mark in MarksOf(container))
            {
                if (mark.IsException) excepted.Add(mark.Rule);
                else if (!broken.Contains(mark.Rule)) broken.Add(mark.Rule);
            }
        }
        broken.RemoveAll(excepted.Contains);
        return broken.Count == 0 ? _none : [.. broken];
    }

    // The namespace of one assembly is a part of the namespace that the rule is about.
    private List<Mark> MarksOf(ISymbol symbol) =>
        (symbol is INamespaceSymbol part ? _compilation.GetCompilationNamespace(part) : symbol) is { } whole && _marks.TryGetValue(whole, out var marks)
            ? marks
            : Mark.None;

    private RuleInForce[] OfMember(ISymbol member, RuleInForce[] ofType)
    {
        if (member is IMethodSymbol { ReducedFrom: { } extension }) member = extension;
        if (_marks.TryGetValue(member, out var marks)) return Combine(ofType, marks);
        // A call of an override is also a call of the overridden member.
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
        {
            if (_marks.TryGetValue(overridden.OriginalDefinition, out marks)) return Combine(ofType, marks);
        }
        foreach (var implemented in _membersOfInterfaces)
        {
            if (implemented.Name == member.Name && Implements(member, implemented)) return Combine(ofType, _marks[implemented]);
        }
        return ofType;
    }

    private static RuleInForce[] Combine(RuleInForce[] ofType, List<Mark> marks) =>
        [.. ofType.Where(rule => !marks.Contains(new(rule, true))).Concat(marks.Where(mark => !mark.IsException).Select(mark => mark.Rule)).Distinct()];

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    private static bool Implements(ISymbol member, ISymbol implemented) => member.ContainingType.AllInterfaces
        .Where(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, implemented.ContainingType))
        .SelectMany(each => each.GetMembers(implemented.Name))
        .Where(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, implemented))
        .Any(each => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(each), member));

    private readonly record struct Mark(RuleInForce Rule, bool IsException)
    {
        public static List<Mark> None { get; } = [];
    }
}
