using System.Reflection;

namespace DecisionPolicies.Records;

/// <summary>The version of DecisionPolicies that reads records.</summary>
internal static class EngineVersion
{
    /// <summary>The version, as in <c>0.1.0</c>, without the commit that it was built from.</summary>
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
