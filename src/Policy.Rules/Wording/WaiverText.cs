namespace DecisionPolicies.Rules;

/// <summary>Waivers in words. They end with the reason as it is written: a report ends a term with it, a message makes it a sentence.</summary>
internal static class WaiverText
{
    /// <summary>How long a waiver applies and why, as in <c>until 2027-01-31: The old client is replaced in January</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    public static string HoldsUntil(this Waiver waiver) => $"until {waiver.Until.InWords()}: {waiver.Because}";

    /// <summary>Why a waiver does not apply on a day, as in <c>expired on 2027-01-31</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="day">The day, on which it does not apply.</param>
    public static string WhyNotOn(this Waiver waiver, DateOnly day) =>
        waiver.From is { } from && day < from ? $"does not apply until {from.InWords()}" : $"expired on {waiver.Until.InWords()}";
}
