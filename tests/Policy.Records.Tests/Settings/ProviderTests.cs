using CsCheck;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>What .NET's provider reads, our reader reads; what it does not, ours does not.</summary>
[Trait("Category", "Law")]
public sealed class ProviderTests
{
    [Fact]
    public void Well_formed_files_are_read_as_the_provider_reads_them() => Check(JsonGen.WellFormed, 2500);

    [Fact]
    public void Damaged_files_are_read_as_the_provider_reads_them() => Check(JsonGen.Damaged, 4000);

    [Fact]
    public void Pieces_of_JSON_are_read_as_the_provider_reads_them() => Check(JsonGen.Pieces, 3000);

    [Fact]
    public void Members_of_pieces_are_read_as_the_provider_reads_them() => Check(JsonGen.Members, 4000);

    [Fact]
    public void Any_text_is_read_as_the_provider_reads_it() => Check(JsonGen.AnyText, 500);

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public void Nesting_ends_where_the_providers_does(int depth) =>
        AssertSame("{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("// nothing")]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"a\":1}//\u2028")]
    [InlineData("{\"a\":1}/*\u2028*/")]
    [InlineData("{\"a\"/**/:1}")]
    [InlineData("{\"a\":/**/1}")]
    [InlineData("{\"a\":1,/**/}")]
    [InlineData("{\"a\":1,\"a\":{}}")]
    [InlineData("{\"a\":1,\"a\":[]}")]
    [InlineData("{\"a\":{},\"a\":1}")]
    [InlineData("{\"a\":1,\"A\":2}")]
    [InlineData("{\"a:b\":1,\"a\":{\"B\":2}}")]
    [InlineData("{\"a\":[],\"b\":{},\"c\":null}")]
    [InlineData("{\"a\":\"\uD800\"}")]
    [InlineData("{\"a\":\"\\uD800\"}")]
    [InlineData("{\"\\uD800\":{}}")]
    public void What_is_easily_missed_is_read_as_the_provider_reads_it(string text) => AssertSame(text);

    // Nodes with many others below them look them up in another way.
    [Fact]
    public void A_key_is_found_among_many_without_its_case() =>
        AssertSame("{" + string.Concat(Enumerable.Range(0, 20).Select(i => $"\"n{i}\":{i},")) + "\"N15\":{},\"N3\":[1]}");

    private static void AssertSame(string text)
    {
        var expected = Provider.Read(text);
        var read = SettingsReading.Read(text);

        Assert.True(expected is null ? read is null : read is not null && expected.SequenceEqual(read),
            $"{text}\nprovider: {Told(expected)}\nreader: {Told(read)}\n{SettingsReading.Fault(text)}");
    }

    private static string Told(string[]? read) => read is null ? "a fault" : string.Join(", ", read);

    private static void Check(Gen<string> gen, int times) => Law.Check(gen, times, AssertSame);
}
