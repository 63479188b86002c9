namespace DecisionPolicies.Rules.Tests;

/// <summary>The keys that environment variables set, as .NET's provider reads their names, and what a host takes for itself.</summary>
public sealed class EnvironmentVariableTests
{
    [Theory]
    [InlineData("Gateway__Registration__Enabled", "Gateway:Registration:Enabled", null)]
    [InlineData("Gateway:Enabled", "Gateway:Enabled", null)]
    [InlineData("A___B", "A:_B", null)]
    [InlineData("SQLCONNSTR_Orders", "ConnectionStrings:Orders", "System.Data.SqlClient")]
    [InlineData("sqlazureconnstr_Orders__Old", "ConnectionStrings:Orders:Old", "System.Data.SqlClient")]
    [InlineData("MYSQLCONNSTR_A", "ConnectionStrings:A", "MySql.Data.MySqlClient")]
    [InlineData("POSTGRESQLCONNSTR_A", "ConnectionStrings:A", "Npgsql")]
    [InlineData("CUSTOMCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("APIHUBCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("DOCDBCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("EVENTHUBCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("NOTIFICATIONHUBCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("REDISCACHECONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("SERVICEBUSCONNSTR_A", "ConnectionStrings:A", null)]
    [InlineData("MYCONNSTR_A", "MYCONNSTR_A", null)]
    public void A_name_is_a_key_and_a_connection_string_has_a_provider(string name, string key, string? provider)
    {
        Assert.Equal(key, EnvironmentVariableKey.Of(name));
        Assert.Equal(provider is null ? null : (key + "_ProviderName", provider), EnvironmentVariableKey.ProviderNameOf(name));
    }

    [Fact]
    public void A_host_takes_what_has_its_prefixes_and_the_first_prefix_first()
    {
        string[] names =
            ["ASPNETCORE_URLS", "Other", "dotnet_Shop__Guests", "DOTNET_", "DOTNETURLS", "DOTNET_SQLCONNSTR_A", "SQLCONNSTR_DOTNET_A", "DOTNET_URLS"];

        Assert.Equal(
            [("Shop:Guests", "dotnet_Shop__Guests"), ("SQLCONNSTR_A", "DOTNET_SQLCONNSTR_A"), ("URLS", "DOTNET_URLS"), ("URLS", "ASPNETCORE_URLS")],
            HostVariables.Of(names, name => name));
    }

    [Fact]
    public void The_environment_is_named_by_the_same_prefixes() =>
        Assert.Equal(["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"], HostVariables.EnvironmentNames);
}
