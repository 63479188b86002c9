using DecisionPolicies.Tool.Tests.Check;

namespace DecisionPolicies.Tool.Tests.Reports;

/// <summary>docs/machine-output.md: its examples are run one after the other, and print the output below them.</summary>
public sealed class DocumentedOutputTests : IDisposable
{
    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        OtherProductsFolder.CopyTo(_git.Folder.On("2026-11-26")).With("docs/adr/README.md", "# Records\n");
        _git.Commit("2026-11-26");
        new DocumentedCommands("docs/machine-output.md").AssertIn(_git.Folder);
    }
}
