using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace DecisionPolicies.Governed;

/// <summary>The decisions of each assembly, by id, because an attribute can only hold an id. Generated code registers them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KnownDecisions
{
    private static readonly ConcurrentDictionary<Assembly, Func<string, DecisionPolicy?>> _byAssembly = new();

    /// <summary>Registers the decisions of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="find">Finds a decision by its id; null if there is none. It is called only when an attribute rejects a value.</param>
    public static void Register(Assembly assembly, Func<string, DecisionPolicy?> find) => _byAssembly[assembly] = find;

    /// <summary>Finds a decision of the assembly, or else of another assembly.</summary>
    /// <param name="assembly">The assembly that asks.</param>
    /// <param name="id">The id.</param>
    internal static DecisionPolicy? Find(Assembly assembly, string id)
    {
        if (_byAssembly.TryGetValue(assembly, out var own) && own(id) is { } decision) return decision;
        return _byAssembly.Values.Select(find => find(id)).FirstOrDefault(found => found is not null);
    }
}
