namespace DecisionPolicies.Tool.Export;

/// <summary>
/// A whole number of a record, of at most 15 digits. Every engine compares such numbers exactly if they are doubled: then what lies between two
/// whole numbers is the odd number between them, and no engine has to hold a fraction.
/// </summary>
internal static class WholeNumber
{
    private const decimal Beyond = 1_000_000_000_000_000m;

    /// <summary>The number, doubled; null if it is not whole or has more digits.</summary>
    /// <param name="number">The number.</param>
    public static long? Doubled(decimal number) =>
        decimal.Truncate(number) == number && number is > -Beyond and < Beyond ? 2 * (long)number : null;
}
