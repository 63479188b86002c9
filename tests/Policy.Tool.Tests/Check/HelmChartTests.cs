using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A folder of Helm's templates is one line in the report, and not a fault for each file.</summary>
public sealed class HelmChartTests : IDisposable
{
    private const string Template = "Gateway: { Registration: { Enabled: {{ .Values.enabled }} } }\n";
    private const string Plain = "Gateway: { Registration: { Enabled: true } }\n";

    private readonly ToolFolder _folder = GatewayFolder.Create().With("charts/x/Chart.yaml", "name: x\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_templates_is_one_line()
    {
        _folder.With("charts/x/templates/a.yaml", Template).With("charts/x/templates/tests/b.yml", Template)
            .With("charts/x/templates/_helpers.tpl", "{{ define \"x\" }}").With("charts/x/charts/y/Chart.yaml", "name: y\n")
            .With("charts/x/charts/y/templates/c.yaml", "# {{ a comment }}\n");
        var run = _folder.Run("check");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal("""
            2 files checked: no violations.
            Not judged: 3 Helm templates.
            charts/x/charts/y/templates: 1 template, which is not YAML until it is rendered. Check the output of 'helm template'.
            charts/x/templates: 2 templates, which are not YAML until they are rendered. Check the output of 'helm template'.

            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal(1, _folder.Run("check", "--strict").Exit);
        var templates = JsonDocument.Parse(_folder.Run("check", "-f", "json").Output).RootElement.GetProperty("summary").GetProperty("notJudged")
            .GetProperty("templates");
        Assert.Equal(("charts/x/templates", 2), (templates[1].GetProperty("path").GetString(), templates[1].GetProperty("files").GetInt32()));
    }

    [Fact]
    public void A_file_among_templates_that_Helm_does_not_change_is_judged()
    {
        _folder.With("charts/x/templates/a.yaml", Plain).With("charts/x/templates/b.yaml", Template);
        var run = _folder.Run("check");
        Assert.Equal(["charts/x/templates/a.yaml"], FindingFilesTests.Places(run));
        Assert.Contains("Not judged: 1 Helm template.\n", run.Output);
    }

    [Fact]
    public void Values_beside_templates_are_judged()
    {
        _folder.With("charts/x/templates/a.yaml", Template).With("charts/x/values.yaml", Plain);
        Assert.Equal(["charts/x/values.yaml"], FindingFilesTests.Places(_folder.Run("check")));
    }

    [Fact]
    public void From_inside_a_chart_its_templates_are_known()
    {
        _folder.With("charts/x/templates/a.yaml", Template).With("charts/x/templates/b.yaml", "a: b\n");
        Assert.Contains("\n.: 1 template, ", _folder.RunIn("charts/x/templates", "check").Output);
    }

    [Fact]
    public void A_template_that_is_named_is_reported_as_one()
    {
        var run = _folder.With("charts/x/templates/a.yaml", Template).Run("check", "charts/x/templates/a.yaml");
        Assert.Equal(2, run.Exit);
        Assert.Contains("This is a Helm template", run.Output);
        Assert.DoesNotContain("Not judged", run.Output);
    }

    [Fact]
    public void Where_there_are_only_templates_nothing_was_checked()
    {
        var run = _folder.With("charts/x/templates/a.yaml", Template).Run("check", "charts/x/templates");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("Nothing was checked: no configuration file was found.\nNot judged: 1 Helm template.\n", run.Output);
    }

    [Fact]
    public void Templates_of_something_else_are_read()
    {
        var run = _folder.With("other/templates/a.yaml", Plain).Run("check", "other");
        Assert.Equal(["other/templates/a.yaml"], FindingFilesTests.Places(run));
    }
}
