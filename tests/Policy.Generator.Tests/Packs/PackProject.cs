namespace DecisionPolicies.Generator.Tests.Packs;

/// <summary>A project that refers to the pack <c>Contoso.Decisions</c> 1.2.0.</summary>
internal static class PackProject
{
    /// <summary>A packed decision with a rule that may be waived for 90 days, and one that may not.</summary>
    public static RecordText NoGuestCheckout { get; } = RecordText.OfPack("docs/adr/0001-no-guest-checkout.md", """
        ---
        status: accepted
        date: 2026-10-01
        because: Orders without an account cannot be recalled.
        rules:
          - { configuration: Shop:GuestCheckout, forbid: true, waivable: { for-at-most: 90d } }
          - { configuration: "Shop:Regions:*:Open", forbid: true, waivable: { for-at-most: 10d } }
          - { configuration: Shop:Insecure, forbid: true }
          - { symbol: T:System.Collections.Queue }
        ---
        # No guest checkout
        """);

    /// <summary>A project with the pack and its own files.</summary>
    /// <param name="files">Its own files, and more files of packs.</param>
    public static Project With(params IEnumerable<RecordText> files) => new Project([NoGuestCheckout, RecordText.Manifest(), .. files])
        .With("MSBuildProjectFullPath", "/machine/checkout/App.csproj");

    /// <summary>A record of the project with waivers.</summary>
    /// <param name="waiver">The fields of a waiver, between its braces.</param>
    /// <param name="status">The status of the record.</param>
    public static RecordText Waiving(string waiver, string status = "accepted") =>
        Records.WithFrontMatter($"status: {status}\nwaivers:\n  - {{ {waiver} }}", "docs/adr/0005-keep-the-old-app.md");
}
