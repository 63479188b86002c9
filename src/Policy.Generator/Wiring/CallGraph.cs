using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>Which methods of a program refer to which others, as far as it decides whether a call is ever made.</summary>
/// <param name="entry">Where the program starts.</param>
internal sealed class CallGraph(IMethodSymbol entry)
{
    // Called by convention, by names that frameworks look for.
    private static readonly HashSet<string> _conventional =
        new(["Configure", "ConfigureContainer", "CreateHostBuilder", "CreateWebHostBuilder", "BuildWebHost"], StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, bool>> _referrers = new(SymbolEqualityComparer.Default);

    /// <summary>Records that an operation refers to a method.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="method">The method.</param>
    /// <param name="container">The member that contains the operation.</param>
    public void Add(IOperation operation, IMethodSymbol method, ISymbol container)
    {
        var referred = (method.ReducedFrom ?? method).OriginalDefinition;
        if (referred.DeclaringSyntaxReferences.IsEmpty) return;
        _referrers.GetOrAdd(referred, _ => new(SymbolEqualityComparer.Default)).TryAdd(ContainerOf(operation, container), true);
    }

    /// <summary>The method, or the local function, that contains an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="container">The member that contains it.</param>
    public static ISymbol ContainerOf(IOperation operation, ISymbol container)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation local) return local.Symbol.OriginalDefinition;
        }
        return container.OriginalDefinition;
    }

    /// <summary>Whether anything outside of the method itself can lead to it.</summary>
    /// <param name="member">A method, or another member of a type.</param>
    public bool Reaches(ISymbol member) => Reaches(member, new(SymbolEqualityComparer.Default));

    /// <summary>Whether a constant condition keeps an operation from being reached.</summary>
    /// <param name="operation">The operation.</param>
    public static bool IsExcluded(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var excluded = parent switch
            {
                IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool isMet } } branch => isMet ? branch.WhenFalse : branch.WhenTrue,
                IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: false }, ConditionIsTop: true } loop => loop.Body,
                _ => null,
            };
            if (ReferenceEquals(excluded, child)) return true;
        }
        return false;
    }

    // One walk along the referrers, without recursion: a chain of calls may be long.
    private bool Reaches(ISymbol member, HashSet<ISymbol> seen)
    {
        var open = new Stack<ISymbol>([member]);
        while (open.Count > 0)
        {
            var each = open.Pop();
            if (!seen.Add(each)) continue;
            if (IsRoot(each)) return true;
            if (!_referrers.TryGetValue(each, out var referrers)) continue;
            foreach (var referrer in referrers.Keys) open.Push(referrer);
        }
        return false;
    }

    // What is not an ordinary method, such as a constructor, is taken as reached, and so is what may be called by a framework.
    private bool IsRoot(ISymbol member) => member is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
        || SymbolEqualityComparer.Default.Equals(method, entry)
        || method.IsOverride || method.IsVirtual || method.IsAbstract
        || !method.ExplicitInterfaceImplementations.IsEmpty
        || !method.GetAttributes().IsEmpty
        || (method.MethodKind == MethodKind.Ordinary && (IsConventional(method.Name) || ImplementsInterface(method)));

    // ConfigureServices, also for one environment, as in ConfigureProductionServices.
    private static bool IsConventional(string name) => _conventional.Contains(name)
        || (name.StartsWith("Configure", StringComparison.Ordinal) && name.EndsWith("Services", StringComparison.Ordinal));

    private static bool ImplementsInterface(IMethodSymbol method) => method.ContainingType is { } type && type.AllInterfaces
        .SelectMany(each => each.GetMembers(method.Name))
        .Any(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), method));
}
