using System.Globalization;

namespace DecisionPolicies.Laws;

/// <summary>
/// The seed of the inputs that laws are checked with: the same in each run, unless the variable PROPERTY_SEED says another. Continuous
/// integration runs with the usual one and with one that is new each time. A failure prints the seed.
/// </summary>
internal static class PropertySeed
{
    private const string Variable = "PROPERTY_SEED";
    private const int Usual = 20261126;

    /// <summary>The seed.</summary>
    public static int Value { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        // The number of a run, which is a seed of its own each night, is larger than an int.
        ? (int)(long.Parse(text, CultureInfo.InvariantCulture) % int.MaxValue)
        : Usual;

    /// <summary>Whether the seed is another than the usual one.</summary>
    public static bool IsNew => Value != Usual;

    /// <summary>How to run the same inputs again, for the message of a failure.</summary>
    public static string HowToRepeat => $"{Variable}={Value} runs it again.";
}
