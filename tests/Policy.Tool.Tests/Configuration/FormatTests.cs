using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>Which files are read, and as what.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("appsettings.json", ConfigurationFormat.Json)]
    [InlineData("settings.jsonc", ConfigurationFormat.Json)]
    [InlineData("deploy/values.YAML", ConfigurationFormat.Yaml)]
    [InlineData("compose.yml", ConfigurationFormat.Yaml)]
    [InlineData(".env", ConfigurationFormat.Env)]
    [InlineData("deploy/prod.env", ConfigurationFormat.Env)]
    [InlineData("deploy\\.env.production", ConfigurationFormat.Env)]
    [InlineData(".env.example", ConfigurationFormat.Env)]
    [InlineData("deploy/.env.development.local", ConfigurationFormat.Env)]
    [InlineData("gateway.env.example", ConfigurationFormat.Env)]
    [InlineData("gateway.env.Sample", ConfigurationFormat.Env)]
    [InlineData("gateway.ini", ConfigurationFormat.Ini)]
    [InlineData("gateway.toml", ConfigurationFormat.Toml)]
    [InlineData("settings.xml", ConfigurationFormat.Xml)]
    [InlineData("Web.config", ConfigurationFormat.Xml)]
    [InlineData("src/application-prod.properties", ConfigurationFormat.Properties)]
    [InlineData("Dockerfile", ConfigurationFormat.Dockerfile)]
    [InlineData("deploy/dockerfile.prod", ConfigurationFormat.Dockerfile)]
    [InlineData("gateway.Dockerfile", ConfigurationFormat.Dockerfile)]
    [InlineData("Containerfile", ConfigurationFormat.Dockerfile)]
    [InlineData("/etc/systemd/system/gateway.service", ConfigurationFormat.Systemd)]
    [InlineData("gateway.service.d/override.conf", ConfigurationFormat.Systemd)]
    [InlineData("C:\\deploy\\gateway@.service.d\\10-env.conf", ConfigurationFormat.Systemd)]
    [InlineData("main.tf", ConfigurationFormat.Terraform)]
    [InlineData("prod.auto.tfvars", ConfigurationFormat.Terraform)]
    [InlineData("main.tofu", ConfigurationFormat.Terraform)]
    internal void A_name_tells_the_format(string path, ConfigurationFormat format) => Assert.Equal(format, ConfigurationFormats.Of(path));

    [Theory]
    [InlineData("nginx.conf")]
    [InlineData("setup.cfg")]
    [InlineData("Program.cs")]
    [InlineData("environment")]
    [InlineData("docs.env/readme")]
    [InlineData("webpack.env.js")]
    [InlineData("env.example")]
    [InlineData("Dockerfile.dockerignore")]
    [InlineData("docs/dockerfiles/readme.md")]
    [InlineData("gateway.service.d/nginx/site.conf")]
    [InlineData("terraform.tfstate")]
    [InlineData("")]
    public void Other_names_imply_none(string path) => Assert.Null(ConfigurationFormats.Of(path));

    [Theory]
    [InlineData("env", ConfigurationFormat.Env)]
    [InlineData("properties", ConfigurationFormat.Properties)]
    [InlineData("dockerfile", ConfigurationFormat.Dockerfile)]
    [InlineData("systemd", ConfigurationFormat.Systemd)]
    [InlineData("terraform", ConfigurationFormat.Terraform)]
    internal void A_format_has_a_name(string name, ConfigurationFormat format) => Assert.Equal(format, ConfigurationFormats.Named(name));

    [Fact]
    public void A_list_in_JSON_is_not_a_configuration() => Assert.Equal(
        "1,1: A settings file holds one object. Start it with '{': .NET does not load a list.",
        Read.Faults("appsettings.json", "[]"));

    [Fact]
    public void A_manifest_may_be_JSON() => Assert.Equal(
        "Gateway:Registration:Enabled = true @1,86",
        Read.Settings("map.json", """{"apiVersion": "v1", "kind": "ConfigMap", "data": {"Gateway__Registration__Enabled": "true"}}""", "data of ConfigMap"));

    [Fact]
    public void A_file_that_is_too_large_says_the_limit() => Assert.Equal(
        "The file is larger than 8 MB, which is the limit.", ConfigurationFile.TooLarge);
}
