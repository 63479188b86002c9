using DecisionPolicies.Settings;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>Where keys and values stand, and what is said of a file that cannot be read.</summary>
public sealed class SettingsReadingTests
{
    private const string File = "{\n  // one\r\n  \"A\": { \"B\": \"x\\ty\" },\r  \"C:D\": [ 1.50, true ],\n  /* two\n */ \"E\": {\n  }\n}";

    [Theory]
    [InlineData("A", "3,3-3,6")]
    [InlineData("A:B", "3,10-3,13")]
    [InlineData("C", "4,3-4,8")]
    [InlineData("C:D", "4,3-4,8")]
    [InlineData("C:D:1", "4,18-4,22")]
    [InlineData("E", "6,5-6,8")]
    public void A_key_is_placed_where_its_name_stands(string key, string place) => Assert.Equal(place, Told(SettingsReader.Read(File).Find(key)!.KeyPlace));

    [Theory]
    [InlineData("a:b", "3,15-3,21", "x\ty")]
    [InlineData("c:d:0", "4,12-4,16", "1.50")]
    [InlineData("c:d:1", "4,18-4,22", "True")]
    [InlineData("e", "6,10-7,4", null)]
    public void A_value_is_placed_where_it_stands(string key, string place, string? value)
    {
        var node = SettingsReader.Read(File).Find(key)!;

        Assert.Equal((place, value, true), (Told(node.ValuePlace), node.Value, node.IsSet));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("C:D")]
    public void A_key_with_others_below_it_is_not_set_itself(string key) => Assert.False(SettingsReader.Read(File).Find(key)!.IsSet);

    [Fact]
    public void A_key_that_is_not_there_is_not_found() => Assert.Null(SettingsReader.Read(File).Find("A:B:C"));

    [Theory]
    [InlineData("", "1,1: The file is empty. Write at least '{}'.")]
    [InlineData(" // nothing\n", "2,1: The file is empty. Write at least '{}'.")]
    [InlineData("[]", "1,1: A settings file holds one object. Start it with '{': .NET does not load a list.")]
    [InlineData("{ \"A\": 1 ", "1,10: The file ends before its '}'.")]
    [InlineData("{ \"A\": [ 1,\n", "2,1: The file ends before its ']'.")]
    [InlineData("{} {}", "1,4: Unexpected text after the end of the object.")]
    [InlineData("{ A: 1 }", "1,3: This is not a value. Write text in double quotes, and true, false and null in lower case.")]
    [InlineData("{ 'A': 1 }", "1,3: Write text and names in double quotes.")]
    [InlineData("{ 1: 1 }", "1,3: A name in double quotes, or '}', is missing before this.")]
    [InlineData("{ \"A\" 1 }", "1,7: A ':' is missing after the name.")]
    [InlineData("{ \"A\" /* x */ : 1 }", "1,7: A comment must not appear between a name and its ':'.")]
    [InlineData("{ \"A\": }", "1,8: A value is missing before this.")]
    [InlineData("{ \"A\": True }", "1,8: This is not a value. Write text in double quotes, and true, false and null in lower case.")]
    [InlineData("{ \"A\": 1 \"B\": 2 }", "1,10: A ',' or '}' is missing before this.")]
    [InlineData("{ \"A\": [ 1 2 ] }", "1,12: A ',' or ']' is missing before this.")]
    [InlineData("{ \"A\": 1,, }", "1,10: A name in double quotes, or '}', is missing before this.")]
    [InlineData("{ \"A\": \"x\n\" }", "1,8: This text is not closed on its line. Write the closing '\"'.")]
    [InlineData("{ \"A\": \"x\ty\" }", "1,10: Write a control character in text as an escape, as in \\t or \\u0001.")]
    [InlineData("{ \"A\": \"C:\\Temp\" }", "1,11: Unknown escape. Write a backslash itself twice.")]
    [InlineData("{ \"A\": \"\\ud83d\" }", "1,9: This escape is half a character. Write both halves, as in \\ud83d\\ude00.")]
    [InlineData("{ \"A\": 007 }", "1,8: A number must not start with 0. Write it in quotes to keep the zeros.")]
    [InlineData("{ \"A\": - }", "1,8: A digit is missing after the sign.")]
    [InlineData("{ \"A\": 1. }", "1,8: A digit is missing after the '.'.")]
    [InlineData("{ \"A\": 1e }", "1,8: A digit is missing in the exponent.")]
    [InlineData("{ /* \n }", "1,3: This comment does not end. Close it with '*/'.")]
    [InlineData("{ / }", "1,3: A comment starts with '//' or '/*'.")]
    [InlineData("{} // \u2028", "1,7: A one-line comment must not contain a Unicode line separator.")]
    [InlineData("{ \"A\": 1,\n\"a\": 2 }", "2,6: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.")]
    public void A_fault_is_reported_at_its_place(string text, string message) => Assert.Equal(message, SettingsReading.Fault(text));

    [Fact]
    public void Nesting_that_is_too_deep_is_reported_at_its_place() =>
        Assert.Equal("1,69: Values are nested more than 64 levels deep.", SettingsReading.Fault("{\"a\":" + new string('[', 100_000)));

    // The file may be full of secrets, and a build's output is seen by many.
    [Theory]
    [InlineData("{ \"Password\": hunter2 }")]
    [InlineData("{ \"Password\": \"hunter2 }")]
    [InlineData("{ \"Password\": \"hunter\\2\" }")]
    [InlineData("{ \"A\": 1, \"A\": \"hunter2\" }")]
    public void A_fault_repeats_no_value(string text) => Assert.DoesNotContain("hunter", SettingsReading.Fault(text));

    [Fact]
    public void A_file_with_a_fault_sets_nothing() => Assert.Empty(SettingsReader.Read("{ \"A\": 1, \"B\": ").Root.Children);

    [Fact]
    public void The_longest_key_is_read() =>
        Assert.NotNull(SettingsReader.Read($"{{ \"{new string('x', PatternLimit.Characters)}\": 1 }}").Find(new string('x', PatternLimit.Characters)));

    [Fact]
    public void A_longer_key_is_a_fault_of_ours_and_not_of_the_host()
    {
        var fault = SettingsReader.Read($"{{ \"A\": {{ \"{new string('x', PatternLimit.Characters - 1)}\": 1 }} }}").Fault;

        Assert.Equal("The full key is longer than 1024 characters, which is the limit.", fault?.Message);
        Assert.False(fault!.StopsHost);
    }

    private static string Told(Place place) => $"{place.Line},{place.Column}-{place.EndLine},{place.EndColumn}";
}
