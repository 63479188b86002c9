namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>docs/cli-packs.md: its examples are run one after the other, and print the output below them.</summary>
public sealed class DocumentedPacksTests
{
    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        using var folder = new ToolFolder()
            .With(".git/HEAD", "ref: refs/heads/main\n")
            .With("deploy/shop.json", "{\n  \"Shop\": { \"GuestCheckout\": true }\n}\n")
            .WithRecord("0001-use-one-queue", "status: accepted\ndate: 2026-09-01")
            .WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
            .WithPackage(TestPack.Contoso())
            .With("platform/docs/adr/0001-no-guest-checkout.md", TestPack.NoGuestCheckout);
        new DocumentedCommands("docs/cli-packs.md").AssertIn(folder);
    }
}
