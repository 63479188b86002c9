namespace Package.Tests;

/// <summary>Texts of records.</summary>
internal static class RecordText
{
    public static string Accepted(string title) => $"""
        ---
        status: accepted
        date: 2026-11-23
        ---
        # {title}
        """;

    /// <summary>Forbids <c>Checkout:Guests</c>.</summary>
    public const string NoGuestCheckout = """
        ---
        status: accepted
        date: 2026-11-23
        because: Orders without an account cannot be returned.
        rules:
          - configuration: Checkout:Guests
            forbid: true
        ---
        # No guest checkout
        """;
}
