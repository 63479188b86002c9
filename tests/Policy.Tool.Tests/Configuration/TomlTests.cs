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
    [InlineData("[a]\n[b]\n[a]\n", "3,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a]\n[a]\nb = 1\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = 1\n[a]\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = 1\n[a.b]\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = 1\na.b = 2\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a.b = 1\na = 2\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a.b = 1\n[a]\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = { b = 1 }\na.c = 2\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = { b = 1 }\n[a.c]\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = { b = 1, b = 2 }\n", "1,14: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = { b.c = 1, b = 2 }\n", "1,16: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = []\n[[a]]\n", "2,3: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("a = [1]\na = [2]\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[[a]]\n[a]\n", "2,2: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a]\n[[a]]\n", "2,3: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a.b]\n[[a]]\n", "2,3: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[[a.b]]\n[a]\nb.c = 1\n", "3,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a.b]\n[a]\nb.c = 1\n", "3,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a]\nb.c = 1\n[a.b]\n", "3,4: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("\"a\" = 1\n'a' = 2\n", "2,1: The TOML cannot be read: This key or table is already defined above.")]
    [InlineData("[a]\nb = 1\n[A]\nb = 2\n", "4,5: Duplicate key: it is already set in line 2. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    [InlineData("\"a:b\" = 1\na.b = 2\n", "2,7: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    [InlineData("a = 1\nb = secret\n", "2,5: The TOML cannot be read: This line is not valid. A line is 'key = value' or '[table]', and text needs quotes.")]
    public void A_fault_says_where_and_repeats_no_value(string text, string fault) => Assert.Equal(fault, Read.Faults("a.toml", text));

    [Theory]
    [InlineData("a = [\n  1 2,\n  3,\n]\n= 1\nb = 'x\nc = 1", "2,5 5,1 6,7")]
    [InlineData("a b = 1\n[c\nd = [1}\n]\ne = \"\\q\"\nf = 0_x\ng = 07:99:00\nh = {=}", "1,3 2,3 3,7 4,1 5,7 6,7 7,5 8,6")]
    [InlineData("[a]]\n[[b]\n[]\n.c = 1\nd. = 1\ne == 1\nf = 1 g = 2", "1,3 2,4 3,2 4,1 5,4 6,4 7,7")]
    public void Every_line_that_cannot_be_read_is_a_fault_once(string text, string places) => Assert.Equal(
        places, string.Join(' ', Read.File("a.toml", text).Faults.Select(fault => $"{fault.Place.Line},{fault.Place.Column}")));

    [Theory]
    [InlineData("[a.b]\nc = 1\n[a]\nd = 2", "a:b:c = 1 @2,5\na:d = 2 @4,5")]
    [InlineData("[a]\nb.c = 1\nb.d = 2\n[a.b.e]\nf = 3", "a:b:c = 1 @2,7\na:b:d = 2 @3,7\na:b:e:f = 3 @5,5")]
    [InlineData("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", "a:0:b:c = 1 @3,5\na:1:b:c = 2 @6,5")]
    [InlineData("[a]\nb = 1\n[A]\nc = 2", "a:b = 1 @2,5\na:c = 2 @4,5")]
    [InlineData("[[a]]\nb = 1\n[[A]]\nb = 2", "a:0:b = 1 @2,5\na:1:b = 2 @4,5")]
    [InlineData("a = { b.c = 1, b.d = [ { e = 2 }, ], }\nf.g = 3\nf.h = 4", "a:b:c = 1 @1,13\na:b:d:0:e = 2 @1,30\nf:g = 3 @2,7\nf:h = 4 @3,7")]
    [InlineData("a = [\n  1, # c\n  [ 2,\n  3 ],\n]", "a:0 = 1 @2,3\na:1:0 = 2 @3,5\na:1:1 = 3 @4,3")]
    [InlineData("a = inf\nb = -nan\nc = +1_0.5e-1\nd = 0b11\ne = 0o17\nf = -9_223_372_036_854_775_808",
        "a = Infinity @1,5\nb = NaN @2,5\nc = 1.05 @3,5\nd = 3 @4,5\ne = 15 @5,5\nf = -9223372036854775808 @6,5")]
    [InlineData("\uFEFFa = 1\r\n\r\n[b]\r\nc = '''\r\nd''' # e\r\nf = 07:32:00", "a = 1 @1,6\nb:c = d @4,5\nb:f = 07:32:00 @6,5")]
    public void What_TOML_lets_a_table_be_is_read(string text, string settings) => Assert.Equal(settings, Read.Settings("a.toml", text));

    [Fact]
    public void Tables_are_known_by_name_however_many_there_are()
    {
        var many = string.Concat(Enumerable.Range(0, 20).Select(i => $"[a.t{i}]\nb = {i}\n"));
        Assert.Equal(20, Read.All(Assert.Single(Read.Trees("a.toml", many)).Settings).Count());
        Assert.Equal("41,4: The TOML cannot be read: This key or table is already defined above.", Read.Faults("a.toml", many + "[a.t3]\n"));
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        Assert.StartsWith("1,69: The full key has more than 64 segments, which is the limit.", Read.Faults("a.toml", $"a = {new string('[', 100_000)}"));
        Assert.Equal("", Read.Faults("a.toml", $"a = {new string('[', 63)}{new string(']', 63)}"));
    }
}
