namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>docs/cli-files.md: its examples are run one after the other, and print the output below them.</summary>
public sealed class DocumentedFilesOfCheckTests : IDisposable
{
    private const string Page = "docs/cli-files.md";

    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        OtherProductsFolder.CopyTo(_git.Folder).With(".gitignore", "local.json\n")
            .With("infra/main.bicep", "").With("infra/network.bicep", "").With("infra/settings.json", "{}").With("infra/local.json", "{}")
            .With("infra/chart/Chart.yaml", "name: shop\n").With("infra/chart/templates/shop.yaml", "name: {{ .Values.name }}\n")
            .With("infra/chart/templates/job.yaml", "name: {{ .Values.name }}\n").With("infra/bin/settings.json", "{}");
        _git.Commit("2026-11-26");
        _git.Folder.With("registers/supabase.toml", _git.Folder.Read("registers/supabase.toml") + "\n");
        new DocumentedCommands(Page).AssertIn(_git.Folder);
    }

    [Fact]
    public void The_page_names_every_format_that_is_counted()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, Page));
        Assert.All(DecisionPolicies.Tool.Configuration.UnreadFormats.Extensions, extension => Assert.Contains($"`{extension}`", page));
    }
}
