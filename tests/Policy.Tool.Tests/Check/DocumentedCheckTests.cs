namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>docs/cli.md: its examples are run one after the other, and print the output below them.</summary>
public sealed class DocumentedCheckTests
{
    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        using var folder = OtherProductsFolder.Create();
        new DocumentedCommands("docs/cli.md").AssertIn(folder);
    }
}
