using CsCheck;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>A value that is written by the rules of its format is read as what it was, at its place.</summary>
[Trait("Category", "Law")]
public sealed class WrittenValueTests
{
    private static readonly Gen<string> _value = Gen.String[Gen.Char["aZ0 \t\"'\\$%{}[]()#=:!;,.`/<-\u00e9\u2028\uFEFF"], 0, 12];

    [Fact]
    public void Java_properties() =>
        Holds("a.properties", "a.b = 1\nK=", value => string.Concat(value.Select(Escaped)), "");

    [Fact]
    public void Dockerfile() => Holds("Dockerfile", "FROM x\nENV A=1 K=\"", value => Escaped(value, "\\\"$"), "\" B=2");

    [Fact]
    public void Systemd() => Holds(
        "a.service", "[Service]\nEnvironment=A=1 \"K=", value => Escaped(value, "\\\"").Replace("%", "%%", StringComparison.Ordinal), "\" B=2");

    [Fact]
    public void Terraform() => Holds(
        "a.tfvars",
        "a = 1\nK = \"",
        value => Escaped(value, "\\\"").Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal),
        "\" # b");

    [Fact]
    public void Environment_files() => Holds("a.env", "A=1\nK=\"", value => Escaped(value, "\\\"$"), "\" # b");

    private static void Holds(string name, string before, Func<string, string> write, string after) => Law.Check(_value, 2_000, value =>
    {
        var text = $"{before}{write(value)}{after}\n";
        var setting = Assert.Single(Read.All(Assert.Single(Read.Trees(name, text)).Settings), setting => setting.Key == "K");
        Assert.Equal(value, setting.Value);
        Assert.Contains(write(value), Read.At(text, setting.Place), StringComparison.Ordinal);
    });

    private static string Escaped(string value, string special) => string.Concat(value.Select(c => special.Contains(c) ? $"\\{c}" : $"{c}"));

    private static string Escaped(char c) => c is ' ' or '\t' or '\\' or '#' or '=' or ':' ? $"\\{Letter(c)}" : $"{c}";

    private static char Letter(char c) => c == '\t' ? 't' : c;
}
