using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Governed;

/// <summary>
/// Finds where the value of an option comes from. .NET does not record what sets an option, so the configuration is named if it holds
/// the same value at the same key.
/// </summary>
/// <param name="configuration">The configuration, if there is one.</param>
/// <param name="options">The name of the options in a message.</param>
/// <param name="isNamed">Whether the options are named, so that they may be bound from another section.</param>
internal sealed class GovernedSource(ISettings? configuration, string options, bool isNamed)
{
    private readonly string _code = isNamed ? $"code, another section, or a default value of {options}" : $"code, or a default value of {options}";

    /// <summary>The source of the value of a node, or of the first node below it with a value; null if there is no value.</summary>
    public string? Of(GovernedNode node)
    {
        if (FirstValue(node) is not { } value) return OfMissing(node.Key!);
        if (configuration?.TryRead(value.Key!, out var configured) == true && configuration.SourceOf(value.Key!) is { } source)
        {
            var (origin, isIt) = configured is null ? ($"{source} to null", DefaultText.Is(value.Text!.Trim())) : (source, AreSame(configured, value.Text!));
            return isIt ? origin : $"{origin}, or code that changes {options}";
        }
        return OfList(value) ?? _code;
    }

    /// <summary>What removes a value that the configuration holds; null if it holds none.</summary>
    public string? OfMissing(string key) => configuration?.SourceOf(key) is { } source ? $"{source}, and code that changes {options}" : null;

    // The binder appends to a list that already has elements, and skips what it cannot bind: indexes may differ.
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

    // The spellings that the binder reads.
    private static bool AreSame(string configured, string text) =>
        TrimmedText.Equal(configured, text.Trim())
        || (Number.Read(text) is { } number && (Number.Read(configured)?.CompareTo(number) == 0 || Number.ReadNegative(configured)?.CompareTo(number) == 0))
        || (TimeSpan.TryParse(configured, CultureInfo.InvariantCulture, out var x) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var y)
            && x == y);
}
