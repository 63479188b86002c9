using System.Reflection;

namespace DecisionPolicies.AspNetCore;

/// <summary>Names code as its author would find it.</summary>
internal static class CodeName
{
    /// <summary>A method, as in <c>Shop.Orders.Register</c>; what the compiler has named is called what it is.</summary>
    public static string Of(MethodInfo method)
    {
        var owner = Written(method.DeclaringType);
        if (method.Name[0] != '<') return owner is null ? method.Name : $"{NameOf(owner)}.{method.Name}";
        // A local function is <Outer>g__Name|0_0, and a lambda <Outer>b__0_0.
        var start = method.Name.IndexOf(">g__", StringComparison.Ordinal);
        var local = start < 0 ? null : method.Name[(start + 4)..method.Name.IndexOf('|', start)];
        var where = owner is null ? "" : $" in {NameOf(owner)}";
        return local is null ? $"a lambda{where}" : $"{local}{where}";
    }

    /// <summary>The documentation-comment ids of a type and of those it is written in.</summary>
    public static IEnumerable<string> IdsOf(Type? type)
    {
        for (var each = Written(type); each is not null; each = each.DeclaringType) yield return "T:" + NameOf(each);
    }

    // The compiler puts lambdas into classes of its own, whose names no source can have.
    private static Type? Written(Type? type)
    {
        while (type is { DeclaringType: { } outer } && type.Name[0] == '<') type = outer;
        return type;
    }

    private static string NameOf(Type type)
    {
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return (open.FullName ?? open.Name).Replace('+', '.');
    }
}
