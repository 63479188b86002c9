using System.Globalization;

namespace DecisionPolicies.Records;

/// <summary>Reads for how long a project that refers to a decision's pack may waive a rule: <c>waivable: { for-at-most: 90d }</c>.</summary>
internal static class WaivableReader
{
    private const string ForAtMost = "for-at-most";
    private const int MostDays = 3660;

    /// <summary>The number of days; null if the rule is not waivable, or, with a fault, if it cannot be read.</summary>
    /// <param name="rule">The rule's fields.</param>
    public static int? Read(FieldReader rule)
    {
        if (rule.PlaceOf(RuleReader.Waivable) is not { } place) return null;
        if (rule.Node(RuleReader.Waivable) is not YamlMapping { Entries: [{ Key.Text: ForAtMost, Value: YamlScalar { Text: var text } }] })
        {
            rule.Report(FaultKind.UnreadableRule, place, "'waivable' does not say for how long. Write 'waivable: { for-at-most: 90d }', or remove it.");
            return null;
        }
        var days = text.Trim();
        if (days.EndsWith("d", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(days.Substring(0, days.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= MostDays)
        {
            return number;
        }
        rule.Report(FaultKind.UnreadableRule, place,
            $"'{text}' is not a number of days from 1 to {MostDays}. Write it as in 'waivable: {{ for-at-most: 90d }}'.");
        return null;
    }
}
