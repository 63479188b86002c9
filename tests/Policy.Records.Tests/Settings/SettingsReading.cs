using DecisionPolicies.Settings;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>Puts what a settings file says in shapes that tests ask for.</summary>
internal static class SettingsReading
{
    /// <summary>What our reader reads, as <see cref="Provider.Read"/> gives it; null where it finds a fault.</summary>
    public static string[]? Read(string text)
    {
        var file = SettingsReader.Read(text);
        return file.Fault is null ? Provider.Listed(Set(file.Root, null)) : null;
    }

    /// <summary>The fault of a file as <c>3,5: what is wrong</c>; null where there is none.</summary>
    public static string? Fault(string text) =>
        SettingsReader.Read(text).Fault is { } fault ? $"{fault.Place.Line},{fault.Place.Column}: {fault.Message}" : null;

    private static IEnumerable<KeyValuePair<string, string?>> Set(SettingNode node, string? key)
    {
        if (node.IsSet) yield return new(key!, node.Value);
        foreach (var below in node.Children.SelectMany(child => Set(child, key is null ? child.Segment : key + ":" + child.Segment))) yield return below;
    }
}
