using System.Reflection;

namespace DecisionPolicies.Tool;

/// <summary>The version of this command.</summary>
internal static class ToolVersion
{
    /// <summary>The version, as in <c>0.1.0-alpha</c>, without the commit that it was built from.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
