namespace DecisionPolicies.Records;

/// <summary>
/// Finds characters in rules that make one text look like another. A key with a character that cannot be seen, or with a letter of another
/// alphabet, is not the key that a reader sees, so the rule would enforce nothing.
/// </summary>
internal static class RuleCharacters
{
    private static readonly string[] _names = [RuleReader.Configuration, RuleReader.Endpoint, RuleReader.Symbol, RuleReader.Package, "except"];

    /// <summary>Reports the first text of a rule or a waiver, other than its reason, that has a character that cannot be seen.</summary>
    /// <param name="fields">The rule or waiver.</param>
    /// <param name="kindOf">The kind of fault for a field.</param>
    /// <returns>Whether there is one.</returns>
    public static bool ReportInvisible(FieldReader fields, Func<string, FaultKind> kindOf)
    {
        foreach (var entry in fields.Entries)
        {
            if (entry.Key.Text == "because") continue;
            foreach (var scalar in TextsIn(entry.Value))
            {
                var text = scalar.Text.Trim();
                if (InvisibleCharacter.IndexIn(text) is not (>= 0 and var at)) continue;
                fields.Report(kindOf(entry.Key.Text), scalar.Place, MessageOf(text, at));
                return true;
            }
        }
        return false;
    }

    /// <summary>The kind of fault for a field of a rule.</summary>
    /// <param name="field">Its name.</param>
    public static FaultKind KindOf(string field) => field switch
    {
        RuleReader.Forbid or RuleReader.Require => FaultKind.UnreadableCondition,
        "environments" or "projects" => FaultKind.UnreadableRule,
        _ => FaultKind.UnreadableKey,
    };

    /// <summary>That a text has a character that cannot be seen, and what to do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position of the character.</param>
    public static string MessageOf(string text, int at) =>
        $"'{DisplayText.Visible(text)}' contains a character that cannot be seen, {InvisibleCharacter.CodeAt(text, at)}. Write it without that character.";

    /// <summary>Warns of each key of a rule that mixes alphabets.</summary>
    /// <param name="rule">The rule.</param>
    public static void WarnOfMixedAlphabets(FieldReader rule)
    {
        foreach (var key in rule.Entries.SelectMany(KeysIn)) WarnOfMixedAlphabets(rule, key.Text, key.Place);
    }

    /// <summary>Warns of a name that mixes alphabets.</summary>
    /// <param name="fields">Receives the fault.</param>
    /// <param name="text">The name.</param>
    /// <param name="place">Its place.</param>
    public static void WarnOfMixedAlphabets(FieldReader fields, string text, Place place)
    {
        if (Alphabet.OddLetterIn(text) is not { } odd) return;
        fields.Report(FaultKind.MixedAlphabets, place,
            $"In '{text}', the letter '{odd.Letter}' (U+{(int)odd.Letter:X4}) is {odd.Alphabet}, and others are Latin. Letters of both look the same, so "
                + "this is easily taken for another name. Write it in one alphabet.");
    }

    private static IEnumerable<YamlScalar> TextsIn(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(TextsIn),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => TextsIn(entry.Value).Prepend(entry.Key)),
        _ => [],
    };

    // Values are not names: they are compared with what a reader sees, and nobody else has to write them.
    private static IEnumerable<YamlScalar> KeysIn(YamlEntry entry) => entry switch
    {
        { Key.Text: "when", Value: YamlMapping when } => when.Entries.SelectMany(each => OthersIn(each.Value).Prepend(each.Key)),
        _ when _names.Contains(entry.Key.Text) => TextsIn(entry.Value),
        _ => OthersIn(entry.Value),
    };

    private static IEnumerable<YamlScalar> OthersIn(YamlNode condition) => condition is YamlMapping operators
        ? operators.Entries.Where(each => each.Key.Text == "same-origin-as").SelectMany(each => TextsIn(each.Value))
        : [];
}
