using System.CommandLine;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Tool;

/// <summary>
/// Options whose value may be left out, and otherwise follows <c>=</c>: a word after the option is an argument. The parser cannot
/// distinguish them, so the value that is left out is filled in before it sees the words.
/// </summary>
internal static class OptionalValue
{
    private static readonly ConditionalWeakTable<Option, string> _values = new();

    /// <summary>Lets users leave the value of an option out.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">What the option means without a value.</param>
    public static void AcceptNoValue(this Option option, string value) => _values.Add(option, value);

    /// <summary>Whether the value of an option may be left out.</summary>
    /// <param name="option">The option.</param>
    public static bool NeedsNoValue(this Option option) => _values.TryGetValue(option, out _);

    /// <summary>The words of a call, with each value that is left out.</summary>
    /// <param name="words">The words.</param>
    /// <param name="root">The root command.</param>
    public static IReadOnlyList<string> Filled(IReadOnlyList<string> words, RootCommand root)
    {
        var options = root.Subcommands.SelectMany(command => command.Options).Where(NeedsNoValue).ToList();
        var end = words.Contains("--") ? words.TakeWhile(word => word != "--").Count() : words.Count;
        return [.. words.Select((word, index) => index < end && options.Find(option => option.IsWritten(word)) is { } option
            ? $"{word}={(_values.TryGetValue(option, out var value) ? value : "")}"
            : word)];
    }
}
