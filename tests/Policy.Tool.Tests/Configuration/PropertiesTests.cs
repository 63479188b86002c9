namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>How Java properties become keys and values.</summary>
public sealed class PropertiesTests
{
    [Theory]
    [InlineData("gateway.registration.enabled=true", "gateway:registration:enabled = true @1,30")]
    [InlineData("  a.b : c d", "a:b = c d @1,9")]
    [InlineData("a.b c = d", "a:b = c = d @1,5")]
    [InlineData("a\t=\tb", "a = b @1,5")]
    [InlineData("a=", "a =  @1,3")]
    [InlineData("a", "a =  @1,2")]
    [InlineData("# c\n! d=1\n\n \na=b # c", "a = b # c @5,3")]
    [InlineData("a=b \\\n   c\\\r\n  d\nb=2", "a = b cd @1,3\nb = 2 @4,3")]
    [InlineData("a = \\\n  true", "a = true @2,3")]
    [InlineData("a\\\n  .b=1", "a:b = 1 @2,6")]
    [InlineData("a=b\\\\\nc=1", "a = b\\ @1,3\nc = 1 @2,3")]
    [InlineData("a=b\\\n# c\nd=1", "a = b# c @1,3\nd = 1 @3,3")]
    [InlineData("# c \\\na=1", "a = 1 @2,3")]
    [InlineData("A\\:B\\=C\\ D=1", "A:B=C D = 1 @1,12")]
    [InlineData("a=\\u0074\\162ue\\t\\z", "a = t162ue\tz @1,3")]
    [InlineData("list[0].x=1\nlist[1].x=2", "list:0:x = 1 @1,11\nlist:1:x = 2 @2,11")]
    [InlineData("a[b.c].d[0][1]=1", "a:b.c:d:0:1 = 1 @1,16")]
    [InlineData("a[0]b=1\nc[.d=2", "a:0:b = 1 @1,7\nc[.d = 2 @2,6")]
    [InlineData("a=1\nA=2", "a = 2 @2,3")]
    [InlineData("a-b.c_d=1", "a-b:c_d = 1 @1,9")]
    [InlineData("\uFEFFa=1\r\nb=2\\", "a = 1 @1,4\nb = 2 @2,3")]
    public void A_line_sets_a_key(string text, string settings) => Assert.Equal(settings, Read.Settings("application.properties", text));

    [Theory]
    [InlineData("Gateway.Registration.Enabled=true")]
    [InlineData("gateway.registration.enabled:true")]
    [InlineData("gateway.registration.enabled   true")]
    [InlineData("gateway\\:registration\\:enabled=true")]
    [InlineData("gateway[registration][enabled]=true")]
    [InlineData("gateway.regis\\\n    tration.enabled = \\\n    true")]
    [InlineData("gateway.\\u0072egistration.enabled=tr\\u0075e")]
    public void Other_spellings_mean_the_same(string text)
    {
        var setting = Assert.Single(Read.All(Assert.Single(Read.Trees("a.properties", text)).Settings));
        Assert.Equal(("gateway:registration:enabled", "true"), (setting.Key.ToLowerInvariant(), setting.Value));
    }

    [Fact]
    public void Names_of_environment_variables_are_such_variables_too() => Assert.Equal(
        "Gateway:Registration:Enabled = true @1,32", Read.Settings("gateway.properties", "Gateway__Registration__Enabled=true\na=1", "variables"));

    [Fact]
    public void Each_document_is_a_configuration()
    {
        var trees = Read.Trees("application.properties", "a=1\n#---\nspring.config.activate.on-profile=x\na=2\n!---\n");
        Assert.Equal(["document 1", "document 2"], trees.Select(tree => tree.Part?.Text));
        Assert.Equal("a = 1 @1,3", Read.Settings(trees[0]));
        Assert.Contains("a = 2 @4,3", Read.Settings(trees[1]));
    }

    [Fact]
    public void A_fault_says_where_and_the_other_lines_are_read()
    {
        var file = Read.File("a.properties", "a=1\nb=\\u00zz\nc=2\nd=\\u");
        Assert.Equal(
            ["2,3: This escape is not valid: '\\u' needs four hexadecimal digits.", "4,3: This escape is not valid: '\\u' needs four hexadecimal digits."],
            Read.Faults(file));
        Assert.Equal("a = 1 @1,3\nb = u00zz @2,3\nc = 2 @3,3\nd = u @4,3", Read.Settings(Assert.Single(file.Trees)));
    }
}
