using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to set an environment variable. Each has a prefix or a section of the suite's own, since all tests share one environment.</summary>
internal static class EnvironmentVariables
{
    private const string Prefix = "BypassSuite_";

    public static IEnumerable<Way> Rows =>
    [
        Variable("with two underscores", "Gateway__Registration__Enabled", "true"),
        Variable("with colons", "Gateway:Registration:Enabled", "true"),
        Variable("with colons and underscores", "Gateway__Registration:Enabled", "true"),
        Variable("in upper case", "GATEWAY__REGISTRATION__ENABLED", "TRUE"),
        Variable("in lower case", "gateway__registration__enabled", "true"),
        Variable("whose value is between spaces", "Gateway__Registration__Enabled", " True "),
        Prefixed("in another case", "BYPASSSUITE_Gateway__Registration__Enabled", Prefix),
        Prefixed("that is a section", "BypassSuite__Gateway__Registration__Enabled", "BypassSuite__"),
        Prefixed("that is a section, asked for by a colon", "BypassSuite__Gateway__Registration__Enabled", "BypassSuite:"),
        Prefixed("that ends within a segment", "BypassSuiteGateway__Registration__Enabled", "BypassSuite"),
        Prefixed("and colons", "BypassSuite:Gateway:Registration:Enabled", "BypassSuite:"),
        new AtStart("An environment variable without a prefix", Own("BypassSuite:Enabled"), scene =>
        {
            scene.Variable("BYPASSSUITE__ENABLED", "true");
            scene.Configuration.AddEnvironmentVariables();
        }),
        new AtStart("An environment variable with the host's prefix", Own("BypassSuite:Enabled"), scene =>
        {
            scene.Variable("DOTNET_BypassSuite__Enabled", "true");
            scene.Configuration.AddEnvironmentVariables("DOTNET_");
        }),
        new AtStart("An environment variable with the web host's prefix", Own("BypassSuite:Enabled"), scene =>
        {
            scene.Variable("ASPNETCORE_BYPASSSUITE__ENABLED", "true");
            scene.Configuration.AddEnvironmentVariables("ASPNETCORE_");
        }),
        new AtStart("An environment variable for an element of a list", Forbidden.OwnServer("3"), scene =>
        {
            scene.Variable($"{Prefix}Gateway__PublicOrigin", "https://gateway.example");
            scene.Variable($"{Prefix}Gateway__AuthorizationServers__3", "https://gateway.example");
            scene.Configuration.AddEnvironmentVariables(Prefix);
        }),
        new AtStart("An environment variable with a third underscore", Own("Section:_Enabled"), scene =>
        {
            scene.Variable($"{Prefix}Section___Enabled", "true");
            scene.Configuration.AddEnvironmentVariables(Prefix);
        }),
        new AtStart("An environment variable beside one of another case", Own("Section:Enabled"), scene =>
        {
            scene.Variable($"{Prefix}SECTION__ENABLED", "true");
            scene.Variable($"{Prefix}section__enabled", "true");
            scene.Configuration.AddEnvironmentVariables(Prefix);
        }),
        ConnectionString("SQLCONNSTR_BypassSuite", "of SQL Server"),
        ConnectionString("MYSQLCONNSTR_BypassSuite", "of MySQL"),
        ConnectionString("SQLAZURECONNSTR_BypassSuite", "of Azure SQL"),
        ConnectionString("CUSTOMCONNSTR_BypassSuite", "of another kind"),
        ConnectionString("sqlconnstr_bypasssuite", "in lower case"),
        ConnectionString("ConnectionStrings__BypassSuite", "by its key"),
    ];

    private static AtStart Variable(string how, string name, string value) => new($"An environment variable {how}", Forbidden.Switch, scene =>
    {
        scene.Variable(Prefix + name, value);
        scene.Configuration.AddEnvironmentVariables(Prefix);
    });

    private static AtStart Prefixed(string how, string name, string prefix) => new($"An environment variable with a prefix {how}", Forbidden.Switch, scene =>
    {
        scene.Variable(name, "true");
        scene.Configuration.AddEnvironmentVariables(prefix);
    });

    private static AtStart ConnectionString(string name, string how) => new(
        $"An environment variable for a connection string {how}",
        new(Some.DecisionWith(new ConfigurationRule("ConnectionStrings:BypassSuite", Verb.Forbid, Condition.Like("**sa**"))), "ConnectionStrings:BypassSuite",
            configuration => configuration.GetConnectionString("BypassSuite") == "Server=s;User=sa"),
        scene =>
        {
            scene.Variable(name, "Server=s;User=sa");
            scene.Configuration.AddEnvironmentVariables();
        });

    private static Forbidden Own(string key) => new(
        Some.DecisionWith(new ConfigurationRule(key, Verb.Forbid, Condition.EqualTo(Literal.True))), key, configuration => configuration.GetValue<bool>(key));
}
