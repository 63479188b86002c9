using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests;

/// <summary>A rejection names the source whose value is in force.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sources-").FullName;
    private readonly GovernedHost _host = new(Some.Decision());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("appsettings.Production.json", "appsettings.Production.json")]
    [InlineData("config/more.json", "config/more.json")]
    [InlineData("secrets.json", "secrets.json")]
    public async Task A_file_is_named_by_its_relative_path(string path, string source)
    {
        AddJson(path, """{ "feature:ENABLED": "TRUE" }""");

        Assert.Contains($"set by {source}\n", await _host.IsRejected());
    }

    [Fact]
    public async Task A_file_outside_the_content_root_is_named_by_its_whole_path()
    {
        AddJson("settings.json", """{ "Feature": { "Enabled": true } }""");
        _host.InFolder(Path.Combine(_folder, "elsewhere"));

        Assert.Contains($"set by {Path.Combine(_folder, "settings.json")}\n", await _host.IsRejected());
    }

    [Fact]
    public async Task User_secrets_are_named_with_their_file()
    {
        AddJson(".microsoft/usersecrets/1/secrets.json", """{ "Feature": { "Enabled": true } }""");
        _host.InFolder(Path.Combine(_folder, "elsewhere"));

        Assert.Contains($"set by user secrets ({Path.Combine(_folder, ".microsoft/usersecrets/1/secrets.json")})\n", await _host.IsRejected());
    }

    [Fact]
    public async Task An_environment_variable_is_named_as_it_is_spelled_with_its_prefix()
    {
        using var named = new Variable("SourceTests_FEATURE__enabled", " Yes ");
        using var other = new Variable("XFeature__Enabled", " Yes ");
        _host.Configuration.AddEnvironmentVariables("SourceTests_");

        var rejection = await _host.IsRejected();

        Assert.Contains("  Feature:Enabled = true (in another spelling)\n    set by environment variable SourceTests_FEATURE__enabled\n", rejection);
    }

    [Fact]
    public async Task The_command_line_is_named()
    {
        _host.Configuration.AddCommandLine(["-f", "on"], new Dictionary<string, string> { ["-f"] = Some.Key });

        Assert.Contains("set by the command line\n", await _host.IsRejected());
    }

    [Fact]
    public async Task Settings_made_in_code_are_named() =>
        Assert.Contains("set by code (in-memory collection)\n", await _host.With(Some.Key, "1").IsRejected());

    [Fact]
    public async Task A_chained_configuration_is_looked_through()
    {
        var inner = new ConfigurationBuilder().AddInMemoryCollection([new(Some.Key, "true")]).Build();
        _host.Configuration.AddConfiguration(inner);

        Assert.Contains("set by code (in-memory collection)\n", await _host.IsRejected());
    }

    [Fact]
    public async Task A_provider_of_another_kind_is_named_by_its_type()
    {
        ((IConfigurationBuilder)_host.Configuration).Add(new VaultSource());

        Assert.Contains("set by VaultProvider\n", await _host.IsRejected());
    }

    [Fact]
    public async Task The_provider_that_wins_is_named()
    {
        AddJson("base.json", """{ "Feature": { "Enabled": true } }""");
        AddJson("override.json", """{ "Feature": { "Enabled": "yes" } }""");

        Assert.Contains("set by override.json\n", await _host.IsRejected());
    }

    [Fact]
    public Task A_later_provider_can_take_a_forbidden_value_back()
    {
        AddJson("base.json", """{ "Feature": { "Enabled": true } }""");

        return _host.With(Some.Key, "false").Starts();
    }

    [Fact]
    public Task A_later_null_takes_a_forbidden_value_back()
    {
        AddJson("base.json", """{ "Feature": { "Enabled": true } }""");
        AddJson("override.json", """{ "Feature": { "Enabled": null } }""");

        return _host.Starts();
    }

    [Fact]
    public async Task A_section_is_named_by_the_source_of_the_settings_below_it()
    {
        var host = new GovernedHost(Some.DecisionWith(new ConfigurationRule("Feature", Verb.Forbid, Condition.Present(true))));
        AddJson(host, "nested.json", """{ "Feature": { "A": { "B": 1 } } }""");

        var rejection = await host.IsRejected();

        Assert.Contains("Feature has settings below it\n    set by nested.json\n", rejection);
    }

    [Fact]
    public async Task A_required_key_that_is_missing_has_no_source()
    {
        var host = new GovernedHost(Some.DecisionWith(new ConfigurationRule("Needed", Verb.Require, Condition.EqualTo(Literal.True))));

        Assert.Contains("  Needed is not set\n    must be true\n", await host.IsRejected());
    }

    [Fact]
    public async Task Of_two_spellings_of_a_variable_the_one_that_holds_the_value_is_named()
    {
        // Which of them the provider takes is not defined; on Windows they are one.
        using var upper = new Variable("SourceTests_FEATURE__ENABLED", "yes");
        using var lower = new Variable("SourceTests_feature__enabled", "true");
        _host.Configuration.AddEnvironmentVariables("SourceTests_");
        var winner = OperatingSystem.IsWindows() || _host.Configuration[Some.Key] == "yes" ? "SourceTests_FEATURE__ENABLED" : "SourceTests_feature__enabled";

        Assert.Contains($"set by environment variable {winner}\n", await _host.IsRejected());
    }

    [Fact]
    public async Task A_connection_string_of_Azure_is_named_as_it_is_spelled()
    {
        using var variable = new Variable("SQLCONNSTR_SourceTests", "Server=s");
        var host = new GovernedHost(Some.DecisionWith(new ConfigurationRule("ConnectionStrings:SourceTests", Verb.Forbid, Condition.Present(true))));
        host.Configuration.AddEnvironmentVariables();

        Assert.Contains("set by environment variable SQLCONNSTR_SourceTests\n", await host.IsRejected());
    }

    private void AddJson(string path, string json) => AddJson(_host, path, json);

    private void AddJson(GovernedHost host, string path, string json)
    {
        host.InFolder(_folder);
        var file = new FileInfo(Path.Combine(_folder, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, json);
        host.Configuration.SetBasePath(_folder).AddJsonFile(path);
    }

    private sealed class Variable : IDisposable
    {
        private readonly string _name;

        public Variable(string name, string value)
        {
            _name = name;
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, null);
    }

    private sealed class VaultSource : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new VaultProvider();
    }

    private sealed class VaultProvider : ConfigurationProvider
    {
        public override void Load() => Set(Some.Key, "true");
    }
}
