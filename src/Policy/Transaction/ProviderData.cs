using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace DecisionPolicies;

/// <summary>The data of a provider, which its class keeps to itself.</summary>
internal static class ProviderData
{
    // The framework's own that put a new dictionary in place whenever they load, and change none that was in place. One in memory lets
    // code add to the dictionary. By name, because a class that is made from one of them may do anything.
    private static readonly HashSet<string?> _replacing =
    [
        typeof(CommandLineConfigurationProvider).FullName,
        typeof(EnvironmentVariablesConfigurationProvider).FullName,
        "Microsoft.Extensions.Configuration.Ini.IniConfigurationProvider",
        "Microsoft.Extensions.Configuration.Ini.IniStreamConfigurationProvider",
        "Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider",
        "Microsoft.Extensions.Configuration.Json.JsonStreamConfigurationProvider",
        "Microsoft.Extensions.Configuration.KeyPerFile.KeyPerFileConfigurationProvider",
        "Microsoft.Extensions.Configuration.Xml.XmlConfigurationProvider",
        "Microsoft.Extensions.Configuration.Xml.XmlStreamConfigurationProvider",
    ];

    private delegate bool Getter(string key, out string? value);

    private delegate IEnumerable<string> Lister(IEnumerable<string> earlierKeys, string? parentPath);

    /// <summary>Whether a provider answers from its data alone: its class has not replaced how it answers.</summary>
    public static bool Answers(ConfigurationProvider provider) =>
        ReplacesData(provider) || (IsOfTheBase((Getter)provider.TryGet) && IsOfTheBase((Lister)provider.GetChildKeys));

    /// <summary>What a provider holds now, in a dictionary that nobody changes.</summary>
    public static IDictionary<string, string?> Of(ConfigurationProvider provider) => ReplacesData(provider) ? Get(provider) : Copy(provider);

    /// <summary>Gives a provider a dictionary of its own, so that setting a key does not change what is frozen.</summary>
    public static void Detach(ConfigurationProvider provider)
    {
        // Of the others a copy is frozen, and they may keep their dictionary elsewhere as well.
        if (ReplacesData(provider)) Set(provider, Copy(provider));
    }

    private static Dictionary<string, string?> Copy(ConfigurationProvider provider)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var copy = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
                foreach (var (key, value) in Get(provider)) copy[key] = value;
                return copy;
            }
            catch (InvalidOperationException) when (attempt < 1000)
            {
                // The provider is changing it at this moment.
                Thread.Yield();
            }
        }
    }

    private static bool ReplacesData(ConfigurationProvider provider) => _replacing.Contains(provider.GetType().FullName);

    [SuppressMessage("DecisionPolicies", "DP3101", Justification = "ADR-0010 is about how options are read. This asks once, before the start.")]
    private static bool IsOfTheBase(Delegate method) => method.Method.DeclaringType == typeof(ConfigurationProvider);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    private static extern IDictionary<string, string?> Get(ConfigurationProvider provider);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Data")]
    private static extern void Set(ConfigurationProvider provider, IDictionary<string, string?> data);
}
