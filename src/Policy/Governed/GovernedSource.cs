using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Governed;

/// <summary>
/// Tells where the value of an option comes from. Nobody notes who sets an option, so the configuration is named where it holds
/// the same value at the same key.
/// </summary>
/// <param name="configuration">The configuration, if there is one.</param>
/// <param name="options">What to call the options.</param>
/// <param name="isNamed">Whether they are named options, which may be bound from a section of their own.</param>
internal sealed class GovernedSource(ISettings? configuration, string options, bool isNamed)
{
    private readonly string _code = isNamed ? $"code, another section, or a default value of {options}" : $"code, or a default value of {options}";

    /// <summary>Where the value of a node, or of the first one below it that has a value, comes from; null where there is no value.</summary>
    public string? Of(GovernedNode node)
    {
        if (FirstValue(node) is not { } value) return OfMissing(node.Key!);
        if (configuration?.TryRead(value.Key!, out var configured) == true && configured is not null && configuration.SourceOf(value.Key!) is { } source)
        {
            return AreSame(configured, value.Text!) ? source : $"{source}, or code that changes {options}";
        }
        return OfList(value) ?? _code;
    }

    /// <summary>What takes away a value that the configuration holds; null where it holds none.</summary>
    public string? OfMissing(string key) => configuration?.SourceOf(key) is { } source ? $"{source}, and code that changes {options}" : null;

    // A binder adds to a list that has elements already, and leaves out what cannot be bound: places need not be the same.
    private string? OfList(GovernedNode value)
    {
        var list = value.Above;
        while (list is { IsList: false }) list = list.Above;
        if (list is null || configuration?.SourceOf(list.Key!) is not { } source) return null;
        if (value.Above == list)
        {
            foreach (var segment in configuration.Children(list.Key))
            {
                var key = list.Key + ConfigurationPath.KeyDelimiter + segment;
                if (!configuration.TryRead(key, out var text) || text is null || !AreSame(text, value.Text!)) continue;
                return $"{configuration.SourceOf(key)}, at {key}";
            }
        }
        return $"{source}, or {_code}";
    }

    private static GovernedNode? FirstValue(GovernedNode node)
    {
        if (!node.IsCurrent) return null;
        return !string.IsNullOrWhiteSpace(node.Text) ? node : node.Children.Select(FirstValue).FirstOrDefault(value => value is not null);
    }

    // As the binder reads them.
    private static bool AreSame(string configured, string text) =>
        TrimmedText.Equal(configured, text.Trim())
        || (Number.Read(text) is { } number && (Number.Read(configured)?.CompareTo(number) == 0 || Number.ReadNegative(configured)?.CompareTo(number) == 0))
        || (TimeSpan.TryParse(configured, CultureInfo.InvariantCulture, out var x) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var y)
            && x == y);
}
