namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>How TOML becomes keys and values.</summary>
public sealed class TomlTests
{
    [Fact]
    public void Tables_and_arrays_become_segments() => Assert.Equal(
        """
        Top = text @1,7
        Gateway:Registration:Enabled = true @4,11
        Gateway:Registration:Url:Path = /x @5,12
        Gateway:Limits:0 = 1000 @7,11
        Gateway:Limits:1:Max = 255 @7,26
        Servers:0:Url = a @11,7
        Servers:0:Tls:On = false @13,6
        Servers:1:Url = b @15,7
        """,
        Read.Settings("gateway.toml", """
        Top = "text"

        [Gateway.Registration] # comment
        Enabled = true
        Url.Path = '/x'
        [Gateway]
        Limits = [1_000, { Max = 0xFF }]

        # servers
        [[Servers]]
        Url = "a"
        [Servers.Tls]
        On = false
        [[Servers]]
        Url = "b"
        """));

    [Theory]
    [InlineData("a = \"x\\u0041\\n\"", "a = xA\n @1,5")]
    [InlineData("a = 1.5e3", "a = 1500 @1,5")]
    [InlineData("a = 1979-05-27T07:32:00Z", "a = 1979-05-27T07:32:00Z @1,5")]
    [InlineData("a = []\nb = {}", "a =  @1,5\nb = null @2,5")]
    [InlineData("\"a:b\" = 1\n\"c.d\" = 2", "a:b = 1 @1,9\nc.d = 2 @2,9")]
    [InlineData("a = \"\"\"\nx\ny\"\"\"\nb = 1", "a = x\ny @1,5\nb = 1 @4,5")]
    [InlineData(
        "[[a]]\nb = [{ c = 1 }, { c = 2 }]\n[[a.d]]\ne = 3\n[[a.d]]\ne = 4",
        "a:0:b:0:c = 1 @2,12\na:0:b:1:c = 2 @2,23\na:0:d:0:e = 3 @4,5\na:0:d:1:e = 4 @6,5")]
    public void A_value_is_read_as_what_it_means(string text, string settings) => Assert.Equal(settings, Read.Settings("a.toml", text));

    [Theory]
    [InlineData("a = 1\na = 2\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = 1\nA = 2\n", "2,5: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    [InlineData("a = 1\nb = secret\n", "2,5: The TOML cannot be read: This line is not valid. A line is 'key = value' or '[table]', and text needs quotes.")]
    public void A_fault_says_where_and_repeats_no_value(string text, string fault) => Assert.Equal(fault, Read.Faults("a.toml", text));

    [Fact]
    public void Nesting_has_a_limit() => Assert.Equal(
        "1,1: The TOML cannot be read: Values are nested too deeply.", Read.Faults("a.toml", $"a = {new string('[', 100_000)}"));
}
