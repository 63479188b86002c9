using System.Collections;
using System.Reflection;
using CsCheck;
using DecisionPolicies.Rules;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>How environment variables become keys, and how files of them are read.</summary>
[Trait("Category", "Law")]
public sealed class EnvironmentVariableTests
{
    [Theory]
    [InlineData("A__B=1", "A:B = 1 @1,6")]
    [InlineData("  export A = b c  # comment", "A = b c @1,14")]
    [InlineData("A=https://x/#fragment", "A = https://x/#fragment @1,3")]
    [InlineData("A=#x", "A =  @1,3")]
    [InlineData("A=", "A =  @1,3")]
    [InlineData("A='b # \\n c' # comment", "A = b # \\n c @1,3")]
    [InlineData("A=\"b \\\"q\\\" \\t\\x\" ", "A = b \"q\" \t\\x @1,3")]
    [InlineData("A=\"b\nc\"\nD=2", "A = b\nc @1,3\nD = 2 @3,3")]
    [InlineData("# comment\r\n\r\nA=1\r\nB=2", "A = 1 @3,3\nB = 2 @4,3")]
    [InlineData("A=${B}", "A = ${B} @1,3")]
    [InlineData("A\nB=1", "B = 1 @2,3")]
    [InlineData("A=1\nA=2", "A = 2 @2,3")]
    [InlineData("A: b c # d", "A = b c @1,4")]
    [InlineData("export A : \"b\"", "A = b @1,12")]
    [InlineData("A:true", "A = true @1,3")]
    [InlineData("A__B:\nC: b=c", "A:B =  @1,6\nC = b=c @2,4")]
    [InlineData("A:B : c", "A = B : c @1,3")]
    [InlineData("A=true#note", "A = true @1,3")]
    [InlineData("A=b-1.c_2#note#more", "A = b-1.c_2 @1,3")]
    [InlineData("A=b c#d", "A = b c#d @1,3")]
    [InlineData("A=`b \"c\" 'd'\ne` # f\nB=2", "A = b \"c\" 'd'\ne @1,3\nB = 2 @3,3")]
    [InlineData("A=`b\nB=2", "A = `b @1,3\nB = 2 @2,3")]
    [InlineData("A=`b` c", "A = `b` c @1,3")]
    [InlineData("A=b`c`", "A = b`c` @1,3")]
    [InlineData("\uFEFFA=1\n\uFEFFB=2", "A = 1 @1,4\nB = 2 @2,4")]
    [InlineData("\uFEFF# c\n\uFEFF\nA=1", "A = 1 @3,3")]
    [InlineData("A:B=1", "A:B = 1 @1,5")]
    [InlineData("SQLCONNSTR_Main=x", "ConnectionStrings:Main = x @1,17\nConnectionStrings:Main_ProviderName = System.Data.SqlClient @1,17")]
    public void A_line_sets_a_variable(string text, string settings) => Assert.Equal(settings, Read.Settings(".env", text));

    [Theory]
    [InlineData("A=1\nnot a variable\nB=2", "2,1: This line is not valid. A line is NAME=value, or a comment after '#'.")]
    [InlineData("A=1\n=x\nB=2", "2,1: This line is not valid. A line is NAME=value, or a comment after '#'.")]
    [InlineData("A=1\nC=\"never ends\nB=2", "2,3: This quote is not closed.")]
    [InlineData("A=1\nC='x' secret\nB=2", "2,7: Only a comment may follow the closing quote.")]
    [InlineData("A=1\na=2\nB=2", "2,1: The variable in line 1 sets the same key, and it is unclear which one .NET uses.")]
    public void A_fault_says_where_and_the_other_lines_are_read(string text, string fault)
    {
        var file = Read.File(".env", text);
        Assert.Equal([fault], Read.Faults(file));
        Assert.Superset(new HashSet<string> { "A = 1 @1,3", "B = 2 @3,3" }, Read.Settings(Assert.Single(file.Trees)).Split('\n').ToHashSet());
    }

    [Theory]
    [InlineData("ASPNETCORE_Gateway__Registration__Enabled")]
    [InlineData("DOTNET_Gateway__Registration__Enabled")]
    [InlineData("dotnet_Gateway__Registration__Enabled")]
    public void A_host_reads_its_own_variables_without_the_prefix_too(string name)
    {
        var settings = Read.All(Assert.Single(Read.Trees(".env", $"{name}=true"))).ToList();
        Assert.Equal([name.Replace("__", ":"), "Gateway:Registration:Enabled"], settings.Select(setting => setting.Key));
        Assert.Single(settings.Select(setting => setting.Place).Distinct());
    }

    [Fact]
    public void A_variable_without_prefix_wins_over_those_with_one() => Assert.Equal(
        "ASPNETCORE_A = 1 @1,14\nDOTNET_A = 2 @2,10\nA = 3 @3,3", Read.Settings(".env", "ASPNETCORE_A=1\nDOTNET_A=2\nA=3"));

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT=Staging", "Staging")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Staging\nDOTNET_ENVIRONMENT=Production", "Production")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Staging\nDOTNET_ENVIRONMENT=", "Staging")]
    [InlineData("A=1", null)]
    public void Variables_declare_the_host_environment(string text, string? environment) =>
        Assert.Equal(environment, Assert.Single(Read.Trees(".env", text)).Environment);

    [Fact]
    public void Names_become_keys_as_in_NET()
    {
        var prefix = Gen.OneOf(
            "", "SQLCONNSTR_", "sqlconnstr_", "MYSQLCONNSTR_", "SQLAZURECONNSTR_", "POSTGRESQLCONNSTR_", "CUSTOMCONNSTR_", "REDISCACHECONNSTR_",
            "APIHUBCONNSTR_", "DOCDBCONNSTR_", "EVENTHUBCONNSTR_", "NOTIFICATIONHUBCONNSTR_", "SERVICEBUSCONNSTR_", "ConnectionStrings__", "SQLCONNSTR");
        Law.Check(Gen.Select(prefix, Gen.String[Gen.Char["Ab_:."], 1, 8]).Select((start, rest) => start + rest), 2_000, name =>
        {
            var ours = new List<string> { $"{EnvironmentVariableKey.Of(name)}=value" };
            if (EnvironmentVariableKey.ProviderNameOf(name) is { } also) ours.Add($"{also.Key}={also.Value}");
            Assert.Equal(Provided(name).Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        });
    }

    // The provider reads the process alone, but for this method.
    private static IEnumerable<string> Provided(string name)
    {
        var provider = new Exposed();
        typeof(EnvironmentVariablesConfigurationProvider).GetMethod("Load", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(IDictionary)])!
            .Invoke(provider, [new Hashtable { [name] = "value" }]);
        return provider.Values.Select(pair => $"{pair.Key}={pair.Value}");
    }

    private sealed class Exposed : EnvironmentVariablesConfigurationProvider
    {
        public IDictionary<string, string?> Values => Data;
    }
}
