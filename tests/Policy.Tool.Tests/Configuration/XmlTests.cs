using CsCheck;
using DecisionPolicies.Tool.Configuration;
using Microsoft.Extensions.Configuration.Xml;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>XML is read as .NET's provider reads it, and every value has its place.</summary>
[Trait("Category", "Law")]
public sealed class XmlTests
{
    [Fact]
    public void Elements_and_attributes_become_segments() => Assert.Equal(
        """
        Gateway:Registration:Enabled = true @3,28
        Gateway:Registration:Url = a&b @4,12
        Gateway:Server:one:Name = one @6,19
        Gateway:Server:one:Url = x @6,29
        Gateway:Limit:0 = 1 @7,12
        Gateway:Limit:1 = 2 @8,12
        """,
        Read.Settings("settings.xml", """
        <settings>
          <Gateway>
            <Registration Enabled="true">
              <Url>a&amp;b</Url>
            </Registration>
            <Server Name="one" Url='x' />
            <Limit>1</Limit>
            <Limit>2</Limit>
          </Gateway>
        </settings>
        """));

    [Fact]
    public void A_web_config_sets_settings_and_environment_variables()
    {
        var trees = Read.Trees("web.config", """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <appSettings>
                <add key="Gateway:Registration:Enabled" value="true" />
              </appSettings>
              <connectionStrings>
                <add name="Main" connectionString="Server=a" />
              </connectionStrings>
              <location path=".">
                <system.webServer>
                  <aspNetCore processPath="dotnet" arguments="Gateway.dll">
                    <environmentVariables>
                      <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Staging" />
                      <environmentVariable name="Gateway__Url" value="https://a" />
                    </environmentVariables>
                  </aspNetCore>
                </system.webServer>
              </location>
            </configuration>
            """);
        Assert.Equal(["environmentVariables", "appSettings and connectionStrings", null], trees.Select(tree => tree.Part?.Text));
        Assert.Equal("Staging", trees[0].Environment);
        Assert.Contains("Gateway:Url = https://a @14,59", Read.Settings(trees[0]));
        Assert.Equal("Gateway:Registration:Enabled = true @4,52\nConnectionStrings:Main = Server=a @7,40", Read.Settings(trees[1]));
        Assert.Contains("location:system.webServer:aspNetCore:processPath = dotnet @11,32", Read.Settings(trees[2]));
    }

    [Fact]
    public void Namespaces_are_ignored() => Assert.Equal(
        "PropertyGroup:Version = 1 @2,29\nadd:Transform = Insert @3,21",
        Read.Settings("a.xml",
            "<Project xmlns=\"urn:a\" xmlns:x='urn:b'>\n  <PropertyGroup><x:Version>1</x:Version></PropertyGroup>\n  <add x:Transform='Insert' /></Project>"));

    [Theory]
    [InlineData("", "1,1: The file is not XML: it does not begin with '<'.")]
    [InlineData("{\"secret\": 1}", "1,1: The file is not XML: it does not begin with '<'.")]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY s SYSTEM 'file:///etc/passwd'>]>\n<a>&s;</a>",
        "2,5: The XML cannot be read here, inside the element in line 2. Close each element, and write '&' and '<' in text as &amp; and &lt;.")]
    [InlineData(
        "<a>\n  <b>secret</c>\n</a>",
        "2,14: The XML cannot be read here, inside the element in line 2. Close each element, and write '&' and '<' in text as &amp; and &lt;.")]
    [InlineData(
        "<a>\n  <b>secret & more</b>\n</a>",
        "2,14: The XML cannot be read here, inside the element in line 2. Close each element, and write '&' and '<' in text as &amp; and &lt;.")]
    [InlineData("<a b='1'><B>2</B></a>", "1,13: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    public void A_fault_says_where_and_repeats_no_value(string text, string fault) => Assert.Equal(fault, Read.Faults("a.xml", text));

    [Theory]
    [InlineData("<add key='A' value='1' /><remove key='a' />", "")]
    [InlineData("<add key='A' value='1' /><clear /><add key='B' value='2' />", "B = 2")]
    [InlineData("<add key='A' value='1' /><remove key='A' /><add key='A' value='2' />", "A = 2")]
    [InlineData("<remove key='A' /><add key='A' value='1' />", "A = 1")]
    public void What_is_removed_again_is_not_set(string settings, string left)
    {
        var tree = Read.Trees("web.config", $"<configuration><appSettings>{settings}</appSettings></configuration>")
            .SingleOrDefault(tree => tree.Part?.Text == "appSettings and connectionStrings");
        Assert.Equal(left, tree is null ? "" : string.Join('\n', Read.All(tree).Select(setting => $"{setting.Key} = {setting.Value}")));
    }

    [Fact]
    public void The_module_gives_its_process_arguments_too() => Assert.Equal(
        "A:B = 2 @1,57",
        Read.Settings("web.config", "<configuration><system.webServer><aspNetCore arguments='.\\app.dll --A:B=2'><environmentVariables>"
            + "<environmentVariable name='A__B' value='1' /></environmentVariables></aspNetCore></system.webServer></configuration>", "environmentVariables"));

    [Fact]
    public void A_DTD_is_a_fault_where_a_host_reads_the_file_and_passed_over_elsewhere()
    {
        const string Text = "<!DOCTYPE a PUBLIC '-//A//B' 'https://a.example/a.dtd'>\n<a><b>1</b></a>";
        Assert.Equal(
            ["1,1: A DTD is not allowed, because it can expand without limit and include other files. Remove it."],
            Read.Faults(ConfigurationFile.Read("a.xml", ConfigurationFormat.Xml, Text, isForHost: true)));
        Assert.Equal("b = 1 @2,7", Read.Settings("a.xml", Text));
    }

    [Fact]
    public void Nesting_has_a_limit() => Assert.StartsWith(
        "1,194: Elements are nested more than 64 levels deep", Read.Faults("a.xml", string.Concat(Enumerable.Repeat("<a><b>", 100_000))));

    [Fact]
    public void The_reader_takes_what_the_provider_takes_and_means_the_same()
    {
        var name = Gen.OneOf("a", "A", "b");
        var text = Gen.OneOf("", "x", " y ", "\n z &lt;", "<![CDATA[<c>]]>", "u<!-- c -->v");
        var attribute = Gen.OneOf("", " Name='n'", " name=\"m:o\"", " b='1'", " Name=''", " c = \"2\" Name='N'");
        var element = Gen.Recursive<string>((depth, inner) => Gen
            .Select(name, attribute, depth > 3 ? text : Gen.OneOf(text, inner.Array[1, 4].Select(all => string.Concat(all))))
            .Select((n, a, t) => t.Length == 0 && a.Length == 0 ? $"<{n}/>" : $"<{n}{a}>{t}</{n}>"));
        Law.Check(Gen.Select(attribute, element.Array[0, 5]).Select((a, all) => $"<?xml version='1.0'?>\n<root{a}>\n{string.Concat(all)}</root>"), 5_000, xml =>
        {
            var expected = Provider.Load(stream => XmlStreamConfigurationProvider.Read(stream, XmlDocumentDecryptor.Instance), xml);
            var file = Read.File("a.xml", xml);
            Assert.Equal(expected is null, file.Faults.Count > 0);
            if (expected is not null) Assert.Equal(expected, Provider.Shown(Assert.Single(file.Trees)));
        });
    }
}
