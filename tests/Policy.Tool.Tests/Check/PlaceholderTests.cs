namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>What is filled in later is judged by its default, and without one it is not judged, which is said.</summary>
public sealed class PlaceholderTests : IDisposable
{
    private const string Missing = "that another refers to and that is not here ";

    private readonly ToolFolder _folder = GatewayFolder.Create()
        .WithRecord("0002-logs", "status: accepted\nrules:\n  - { configuration: \"Logging:Format\", require: [json, logfmt] }");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("${REG:-true}")]
    [InlineData("${REG-true}")]
    [InlineData("${REG:-${OTHER:-true}}")]
    [InlineData("tr${X:-ue}")]
    public void A_default_that_breaks_a_decision_is_rejected_and_said_to_be_one(string value)
    {
        var run = Check($"Gateway__Registration__Enabled={value}");

        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0001]: Gateway:Registration:Enabled = true, which must not be true", run.Output);
    }

    [Fact]
    public void A_default_is_said_to_be_one()
    {
        Assert.Contains(
            "= default: of a placeholder. Where something else is filled in, that is not judged here.\n",
            Check("Gateway__Registration__Enabled=${REG:-true}").Output);
        Assert.DoesNotContain("= default:", Check("Gateway__Registration__Enabled=true").Output);
    }

    [Theory]
    [InlineData("${REG}")]
    [InlineData("${REG:?}")]
    [InlineData("${REG:?must be set}")]
    [InlineData("${REG:+true}")]
    [InlineData("$REG")]
    [InlineData("$(REG)")]
    [InlineData("__REG__")]
    [InlineData("#{REG}#")]
    [InlineData("#{REG}")]
    [InlineData("%REG%")]
    [InlineData("{{ reg }}")]
    [InlineData("${A}${B}")]
    [InlineData("ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]")]
    public void What_has_no_default_is_not_judged(string value)
    {
        foreach (var key in new[] { "Gateway__Registration__Enabled", "Logging__Format" })
        {
            var run = Check($"{key}='{value}'");

            Assert.Equal(0, run.Exit);
            Assert.Contains("Not judged: 1 placeholder.\n", run.Output);
        }
    }

    [Theory]
    [InlineData("Logging__Format=$5")]
    [InlineData("Logging__Format=a$B")]
    [InlineData("Logging__Format=${")]
    [InlineData("Logging__Format=${}")]
    [InlineData("Logging__Format=a-${B}")]
    [InlineData("Logging__Format=__")]
    [InlineData("Logging__Format=100%")]
    [InlineData("Gateway__AuthorizationServers__0=https://gateway.example/${REALM}")]
    public void What_is_only_in_part_a_placeholder_is_judged_as_it_is_written(string line) => Assert.Equal(1, Check(line).Exit);

    [Theory]
    [InlineData(
        "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec: { encryptedData: { Gateway__Registration__Enabled: AgBy } }\n",
        "of a format that is not read (SealedSecret)")]
    [InlineData("services: { a: { env_file: gateway.variables } }\n", Missing + "(env_file gateway.variables)")]
    [InlineData("services: { a: { env_file: [ a.env, { path: deploy/gateway.variables } ] } }\n", Missing + "(env_file gateway.variables)")]
    public void What_only_somebody_else_can_read_is_named(string text, string what) =>
        Assert.Contains($"Not judged: 1 file {what}.\n", _folder.With("a.yaml", text).Run("check", "a.yaml").Output);

    [Fact]
    public void What_no_rule_looks_at_is_not_counted() => Assert.DoesNotContain("Not judged", Check("Other=${VALUE}").Output);

    [Theory]
    [InlineData("${ENV:-Production}")]
    [InlineData("${ENV:?}")]
    [InlineData("$ENV")]
    [InlineData("$(ENV)")]
    [InlineData("__ENV__")]
    [InlineData("#{ENV}#")]
    public void An_environment_that_is_filled_in_later_may_be_any(string environment)
    {
        _folder.WithRecord("0003-staging", "status: accepted\nrules:\n  - { configuration: \"Logging:Level\", forbid: debug, environments: [Staging] }");

        var run = Check($"ASPNETCORE_ENVIRONMENT='{environment}'\nLogging__Level=debug");

        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0003]: Logging:Level = debug, which must not be debug", run.Output);
        Assert.Contains("1 file judged in every environment, because its own is filled in later.", run.Output);
    }

    [Theory]
    [InlineData("main.tf", "locals {\n  a = { Gateway__Registration__Enabled = var.on }\n}", "1 expression")]
    [InlineData("main.tf", "locals {\n  a = { Gateway__Registration__Enabled = var.on, Logging__Format = \"${var.a}-b\", Other = var.c }\n}", "2 expressions")]
    [InlineData("main.tf", "resource \"x\" \"y\" {\n  env {\n    name = \"Logging__Format\"\n    value = tostring(1)\n  }\n}", "1 expression")]
    [InlineData("a.tfvars", "Logging = { Format = upper(\"json\") }", "1 expression")]
    [InlineData("main.tf", "locals {\n  a = { Gateway__Registration__Enabled = \"$${ON}\", Logging__Format = var.b }\n}", "1 placeholder, 1 expression")]
    public void An_expression_is_counted_if_a_rule_looks_at_its_key(string file, string text, string counted)
    {
        var run = _folder.With(file, text).Run("check", file);

        Assert.Equal((0, $"1 file checked: no violations.\nNot judged: {counted}.\n"), (run.Exit, run.Output));
        Assert.Equal(1, _folder.Run("check", file, "--strict").Exit);
    }

    [Fact]
    public void An_expression_that_no_rule_looks_at_is_not_counted() =>
        Assert.DoesNotContain("Not judged", _folder.With("main.tf", "locals {\n  a = { Other__Key = var.c }\n}").Run("check", "main.tf").Output);

    private ToolRun Check(string lines) => _folder.With("a.env", lines).Run("check", "a.env");
}
