using System.Reflection;

namespace DecisionPolicies.Tool;

/// <summary>The version of this command.</summary>
internal static class ToolVersion
{
    /// <summary>The version, as in <c>0.1.0</c>, without the commit that it was built from.</summary>
    public static string Text { get; } = WithCommit.Split('+')[0];

    /// <summary>The version, and the commit that it was built from where that is known, as in <c>0.1.0+1a2b…</c>.</summary>
    public static string WithCommit => typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
