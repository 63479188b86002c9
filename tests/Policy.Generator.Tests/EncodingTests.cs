using System.Text;

namespace DecisionPolicies.Generator.Tests;

/// <summary>The compiler decodes UTF-8 and UTF-16. On Windows, it decodes what is neither by a code page of the machine, which is refused.</summary>
public sealed class EncodingTests
{
    private const string Rules = "rules: [{ configuration: S:P, forbid: true }]\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Unicode_is_read(string encoding) => Assert.Empty(await Told(Encoding.GetEncoding(encoding), Rules));

    [Theory]
    [InlineData(Rules, "error")]
    [InlineData("", "warning")]
    public async Task A_code_page_is_refused_at_its_first_letter(string rules, string severity) =>
        Assert.StartsWith($"/machine/checkout/docs/adr/0001-a.md(3,12): {severity} DP1026: ", Assert.Single(await Told(Encoding.Latin1, rules)));

    [Fact]
    public async Task A_code_page_whose_letters_are_those_of_UTF_8_is_read() =>
        Assert.Empty(await new Project(new RecordText("docs/adr/0001-a.md", "---\nstatus: accepted\n---\n# A\n") { Encoding = Encoding.Latin1 }).Messages());

    private static Task<string[]> Told(Encoding encoding, string rules) => new Project(
        new RecordText("docs/adr/0001-a.md", $"---\nstatus: accepted\nbecause: Gr\u00FCn\n{rules}---\n# A\n") { Encoding = encoding }).Messages();
}
