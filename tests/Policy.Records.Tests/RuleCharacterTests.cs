namespace DecisionPolicies.Records.Tests;

/// <summary>No name in a record is another one than a reader sees.</summary>
public sealed class RuleCharacterTests
{
    private const string Unseen = "contains a character that cannot be seen, U+200B. Write it without that character.";

    [Theory]
    [InlineData(@"configuration: ""A:\u200BB"", forbid: true", "DP2002 4,22: 'A:\\u200BB'")]
    [InlineData(@"configuration: A, forbid: ""tr\u200Bue""", "DP2003 4,33: 'tr\\u200Bue'")]
    [InlineData(@"configuration: A, forbid: [x, ""\u200B""]", "DP2003 4,37: '\\u200B'")]
    [InlineData(@"configuration: A, require: { like: ""*\u200B"" }", "DP2003 4,42: '*\\u200B'")]
    [InlineData(@"configuration: A, require: { same-origin-as: ""B\u200B"" }", "DP2003 4,52: 'B\\u200B'")]
    [InlineData(@"configuration: ""A:*"", forbid: 1, except: [""A:\u200Bx""]", "DP2002 4,49: 'A:\\u200Bx'")]
    [InlineData(@"configuration: A, forbid: 1, when: { ""B\u200B"": 1 }", "DP2002 4,44: 'B\\u200B'")]
    [InlineData(@"configuration: A, forbid: 1, when: { B: ""\u200Bx"" }", "DP2002 4,47: '\\u200Bx'")]
    [InlineData(@"configuration: A, forbid: 1, environments: [""Production\u200B""]", "DP2001 4,51: 'Production\\u200B'")]
    [InlineData(@"endpoint: ""POST /\u200Bregister""", "DP2002 4,17: 'POST /\\u200Bregister'")]
    [InlineData(@"symbol: ""N:Duende\u200B""", "DP2002 4,15: 'N:Duende\\u200B'")]
    [InlineData(@"literal: ""regis\u200Btration""", "DP2002 4,16: 'regis\\u200Btration'")]
    [InlineData(@"package: ""Duende\u200B""", "DP2002 4,16: 'Duende\\u200B'")]
    public void A_character_that_cannot_be_seen_is_a_fault_in_a_rule(string rule, string fault) =>
        Assert.Equal([$"{fault} {Unseen}"], Reading.Told(Reading.Of($"status: accepted\nrules:\n  - {{ {rule} }}")));

    [Theory]
    [InlineData("\u00AD", "U+00AD")]
    [InlineData("\uFEFF", "U+FEFF")]
    [InlineData("\u202E", "U+202E")]
    [InlineData("\u3164", "U+3164")]
    [InlineData("\uFE0F", "U+FE0F")]
    [InlineData("\U000E0041", "U+E0041")]
    public void Any_such_character_is_a_fault(string character, string code)
    {
        var fault = Assert.Single(Reading.Of($"status: accepted\nrules:\n  - configuration: Queue{character}:Count\n    forbid: 1").Faults);
        Assert.Equal(FaultKind.UnreadableKey, fault.Kind);
        Assert.Contains($"cannot be seen, {code}.", fault.Message);
    }

    [Theory]
    [InlineData("because: \"a\\u200Bb\"")]
    [InlineData("rules: [{ configuration: A, forbid: 1, because: \"a\\u200Bb\" }]")]
    [InlineData("rules: [{ literal: \"\\e[31m\" }]")]
    [InlineData("rules: [{ literal: \"a\\tb\\nc\" }]")]
    [InlineData("title: \"\u26A0\uFE0F No queue\"")]
    public void Prose_and_controls_that_are_written_as_escapes_are_not_faults(string fields) =>
        Assert.Empty(Reading.Of($"status: accepted\n{fields}").Faults);

    [Fact]
    public void A_waiver_for_a_key_that_is_not_the_one_that_a_reader_sees_is_a_fault() => Assert.Equal(
        [$"DP1010 6,10: 'A:b\\u200B' {Unseen}"],
        Reading.Told(Reading.Of("""
            status: accepted
            rules: [{ configuration: "A:*", forbid: 1 }]
            waivers:
              - rule: "A:*"
                key: "A:b\u200B"
                until: 2027-01-31
                because: Migration.
            """)));

    [Theory]
    [InlineData("C\u043Eunt", '\u043E', "Cyrillic")]
    [InlineData("G\u0430teway:Registration:Enabled", '\u0430', "Cyrillic")]
    [InlineData("Queue:C\u03BFunt", '\u03BF', "Greek")]
    [InlineData("Queue:\u0410\u0420\u0406", '\u0410', "Cyrillic")]
    public void A_key_of_several_alphabets_is_a_warning(string key, char letter, string alphabet)
    {
        var file = Reading.Of($"status: accepted\nrules:\n  - {{ configuration: \"{key}\", forbid: 1 }}");
        Assert.Equal(
            [$"DP1029 4,22: In '{key}', the letter '{letter}' (U+{(int)letter:X4}) is {alphabet}, and others are Latin. Letters of both look the same, so "
                + "this is easily taken for another name. Write it in one alphabet."],
            Reading.Told(file));
        Assert.Equal(Severity.Warning, file.Faults[0].Severity);
        Assert.Single(file.Record!.Decision.Rules);
    }

    [Theory]
    [InlineData("endpoint: POST /r\u0435gister")]
    [InlineData("symbol: T:Du\u0435nde.Server")]
    [InlineData("package: Du\u0435nde")]
    [InlineData("configuration: A, forbid: { same-origin-as: Publi\u0441 }")]
    [InlineData("configuration: A, forbid: 1, when: { \"\u0422ype\": 1 }")]
    [InlineData("configuration: \"A:*\", forbid: 1, except: [\"A:\u0445y\"]")]
    public void So_is_any_other_name(string rule) =>
        Assert.Equal([FaultKind.MixedAlphabets], Reading.Of($"status: accepted\nrules: [{{ {rule} }}]").Faults.Select(fault => fault.Kind));

    [Theory]
    [InlineData("Очередь:Размер")]
    [InlineData("Queue:Размер")]
    [InlineData("API-Ключ")]
    [InlineData("Größe:naïve:Ærø")]
    [InlineData("キュー:Count")]
    [InlineData("Κλειδί:Count")]
    public void Names_in_one_alphabet_are_not(string key) =>
        Assert.Empty(Reading.Of($"status: accepted\nrules: [{{ configuration: \"{key}\", forbid: 1 }}]").Faults);

    [Theory]
    [InlineData("\"ADR#7\"", "The id 'ADR#7' contains '#'. Use letters, digits, '-', '.' and '_', as in 'id: ADR-0001'.")]
    [InlineData("ADR 7", "The id 'ADR 7' contains ' '. Use letters, digits, '-', '.' and '_', as in 'id: ADR-0001'.")]
    [InlineData("\"A\\u200B-7\"", "'A\\u200B-7' " + Unseen)]
    [InlineData("\"A\\U0001F389\"", "The id 'A\U0001F389' contains '\U0001F389'. Use letters, digits, '-', '.' and '_', as in 'id: ADR-0001'.")]
    public void An_id_has_letters_digits_and_few_other_characters(string id, string message)
    {
        var enforced = Assert.Single(Reading.Of($"id: {id}\nstatus: accepted\nrules: [{{ configuration: A, forbid: 1 }}]").Faults);
        Assert.Equal((FaultKind.InvalidId, Severity.Error, message), (enforced.Kind, enforced.Severity, enforced.Message));
        var other = Assert.Single(Reading.Of($"id: {id}\nstatus: accepted").Faults);
        Assert.Equal((FaultKind.InvalidId, Severity.Warning), (other.Kind, other.Severity));
    }

    [Theory]
    [InlineData("ADR-0007")]
    [InlineData("use_mail.v2")]
    [InlineData("Решение-7")]
    [InlineData("決定-7")]
    public void Other_ids_are_fine(string id) => Assert.Empty(Reading.Of($"id: {id}\nstatus: accepted").Faults);
}
