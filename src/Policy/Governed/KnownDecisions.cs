using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace DecisionPolicies.Governed;

/// <summary>The decisions of each assembly, by id: an attribute can hold no more than an id. Generated code fills it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KnownDecisions
{
    private static readonly ConcurrentDictionary<Assembly, Func<string, DecisionPolicy?>> _byAssembly = new();

    /// <summary>Makes the decisions of an assembly known.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="find">Finds a decision by its id. It is asked when an attribute rejects something, not before.</param>
    public static void Register(Assembly assembly, Func<string, DecisionPolicy?> find) => _byAssembly[assembly] = find;

    /// <summary>Finds a decision: one of the assembly's own, or else of another.</summary>
    /// <param name="assembly">The assembly of whoever asks.</param>
    /// <param name="id">The id.</param>
    internal static DecisionPolicy? Find(Assembly assembly, string id)
    {
        if (_byAssembly.TryGetValue(assembly, out var own) && own(id) is { } decision) return decision;
        return _byAssembly.Values.Select(find => find(id)).FirstOrDefault(found => found is not null);
    }
}
