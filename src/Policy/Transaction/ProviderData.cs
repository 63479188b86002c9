using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace DecisionPolicies;

/// <summary>The data of a provider, which its class keeps to itself.</summary>
internal static class ProviderData
{
    private delegate bool Getter(string key, out string? value);

    private delegate IEnumerable<string> Lister(IEnumerable<string> earlierKeys, string? parentPath);

    /// <summary>Whether a provider answers from its data alone: its class has not replaced how it answers.</summary>
    public static bool Answers(ConfigurationProvider provider)
    {
        if (IsKnown(provider)) return true;
        // By the class, and by the interface, which a class may implement once more.
        IConfigurationProvider asked = provider;
        return IsOfTheBase((Getter)provider.TryGet) && IsOfTheBase((Lister)provider.GetChildKeys)
            && IsOfTheBase((Getter)asked.TryGet) && IsOfTheBase((Lister)asked.GetChildKeys);
    }

    /// <summary>
    /// A copy of what a provider holds now. Even the framework's providers, which put a new dictionary in place when they load, change it when
    /// code sets a key.
    /// </summary>
    public static Dictionary<string, string?> Copy(ConfigurationProvider provider)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var data = Get(provider);
                var copy = new Dictionary<string, string?>(data.Count, StringComparer.OrdinalIgnoreCase);
                foreach (var (key, value) in data) copy[key] = value;
                return copy;
            }
            catch (InvalidOperationException) when (attempt < 1000)
            {
                // The provider is changing it at this moment.
                Thread.Yield();
            }
        }
    }

    // Asking each of the usual ones takes longer than the rest of what is done with it.
    private static bool IsKnown(ConfigurationProvider provider) =>
        provider.GetType() == typeof(MemoryConfigurationProvider)
        || provider.GetType() == typeof(EnvironmentVariablesConfigurationProvider)
        || provider.GetType() == typeof(CommandLineConfigurationProvider)
        || StagedFile.OutlivesDisposal(provider);

    [SuppressMessage("DecisionPolicies", "DP3101", Justification = "ADR-0010 is about how options are read. This asks once, before the start.")]
    private static bool IsOfTheBase(Delegate method)
    {
        try
        {
            return method.Method.DeclaringType == typeof(ConfigurationProvider);
        }
        catch (NotSupportedException)
        {
            // Native code knows only the methods that are asked for somewhere: those of the base are, here.
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    private static extern IDictionary<string, string?> Get(ConfigurationProvider provider);
}
