using System.Reflection;

namespace DecisionPolicies.Tool.Tests;

/// <summary>Values that the build passes to the tests.</summary>
internal static class Metadata
{
    /// <summary>The value of a name that the project file gives.</summary>
    public static string Of(string name) =>
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
