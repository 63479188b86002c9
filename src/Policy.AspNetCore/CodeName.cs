using System.Reflection;

namespace DecisionPolicies.AspNetCore;

/// <summary>Names code as its author knows it.</summary>
internal static class CodeName
{
    /// <summary>A method, as in <c>Shop.Orders.Register</c>; a method that the compiler named is described, as in <c>a lambda in Shop.Orders</c>.</summary>
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

    /// <summary>The documentation-comment ids of a type and of the types that contain it.</summary>
    public static IEnumerable<string> IdsOf(Type? type)
    {
        for (var each = Written(type); each is not null; each = each.DeclaringType) yield return "T:" + NameOf(each);
    }

    // The compiler puts lambdas into generated classes, whose names are not valid in C#.
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
