using CsCheck;
using Microsoft.Extensions.Configuration.Ini;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>INI is read as .NET's provider reads it, and every value has its place.</summary>
[Trait("Category", "Law")]
public sealed class IniTests
{
    [Fact]
    public void Sections_and_keys_become_segments() => Assert.Equal(
        """
        Top = 1 @2,8
        Gateway:Registration:Enabled = true @5,12
        Gateway:Registration:Url:Path = a = b @6,12
        """,
        Read.Settings("gateway.ini", """
        ; a comment
        Top =  1
        # another
        [Gateway:Registration]
        Enabled  = "true"
        Url:Path = a = b
        """));

    [Theory]
    [InlineData("A=1\nsecret text\nB=2", "2,1: This line is not valid. A line is 'key = value', '[section]' or a comment after ';' or '#'.")]
    [InlineData("A=1\n[A\nB=2", "2,1: This line is not valid. A line is 'key = value', '[section]' or a comment after ';' or '#'.")]
    [InlineData("A=1\n  a = 2\nB=2", "2,7: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    public void A_fault_says_where_and_the_other_lines_are_read(string text, string fault)
    {
        var file = Read.File("a.ini", text);
        Assert.Equal([fault], Read.Faults(file));
        Assert.Equal("A = 1 @1,3\nB = 2 @3,3", Read.Settings(Assert.Single(file.Trees)));
        Assert.True(file.Fault!.StopsHost);
    }

    [Fact]
    public void The_reader_takes_what_the_provider_takes_and_means_the_same()
    {
        var piece = Gen.OneOf("[", "]", "=", "\"", ";", "/", ":", " ", "\t", "\n", "\r\n", "\r", "\nA=", "\n[S]\n", "\u00A0", "a", "A", "b", "1");
        Law.Check(piece.Array[0, 30].Select(string.Concat<string>), 10_000, text =>
        {
            var expected = Provider.Load(stream => IniStreamConfigurationProvider.Read(stream), text);
            var file = Read.File("a.ini", text);
            Assert.Equal(expected is null, file.Faults.Count > 0);
            if (expected is not null) Assert.Equal(expected, Provider.Shown(Assert.Single(file.Trees)));
        });
    }

    [Fact]
    public void The_place_of_a_value_is_where_it_is_written()
    {
        var value = Gen.String[Gen.Char["abc=:;#[]"], 1, 8];
        Law.Check(Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], value), 500, sample =>
        {
            var (before, after, text) = sample;
            var file = $"[S]\r\n{new string(' ', before)}K{new string(' ', after)}={new string(' ', before)}{text}{new string(' ', after)}\r\n";
            Assert.Equal(text, Read.At(file, Assert.Single(Read.All(Assert.Single(Read.Trees("a.ini", file)).Settings)).Place));
        });
    }
}
