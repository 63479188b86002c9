namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A file that another program reads is judged as far as possible; what only .NET refuses is a fault where .NET reads it.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.json", "json", "[ 1, 2 ]")]
    [InlineData("a.json", "json", "\"text\"")]
    [InlineData("a.json", "json", "")]
    [InlineData("a.json", "json", """{ "a": 1, "A": 2 }""")]
    [InlineData("a.json", "json", """{ "a": { "b": 1 }, "a:b": 2 }""")]
    [InlineData("a.yaml", "yaml", "only text\n")]
    [InlineData("a.yaml", "yaml", "a: 1\nA: 2\n")]
    [InlineData("a.xml", "xml", "<!DOCTYPE a SYSTEM 'a.dtd'><a><b>1</b></a>")]
    public void It_is_no_fault_unless_a_host_reads_the_file(string name, string format, string text)
    {
        _folder.With(name, text);
        Assert.Equal("1 file checked: no violations.\n", _folder.Run("check", name).Output);
        Assert.Contains("error[unreadable]", _folder.Run("check", name, "--as", format).Output);
        Assert.Contains("error[unreadable]", _folder.Run("check", "--layer", name).Output);
    }

    [Theory]
    [InlineData("[ 1 ]")]
    [InlineData("""{ "a": 1, "A": 2 }""")]
    public void It_is_one_in_settings_of_NET(string text) =>
        Assert.Contains("error[unreadable]", _folder.With("appsettings.json", text).Run("check", "appsettings.json").Output);

    [Theory]
    [InlineData("a.json", """{ "Gateway:Registration:Enabled": true, "gateway": { "registration": { "enabled": false } } }""")]
    [InlineData("a.json", """{ "Gateway:Registration:Enabled": false, "gateway": { "registration": { "enabled": true } } }""")]
    [InlineData("a.yaml", "Gateway: { Registration: { Enabled: true } }\ngateway: { registration: { enabled: false } }\n")]
    [InlineData("a.yaml", "Gateway: { Registration: { Enabled: false } }\ngateway: { registration: { enabled: true } }\n")]
    public void Of_two_values_of_a_key_each_is_judged(string name, string text) =>
        Assert.EndsWith("1 file checked: 1 violation of 1 decision.\n", _folder.With(name, text).Run("check", name).Output);
}
