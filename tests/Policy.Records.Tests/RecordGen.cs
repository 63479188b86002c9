using CsCheck;

namespace DecisionPolicies.Records.Tests;

/// <summary>Records, and texts that are almost records, for tests of what holds for all of them.</summary>
internal static class RecordGen
{
    private static readonly string[] _words =
    [
        "---", "--", "\n", "\r\n", "\r", "\uFEFF", " ", "\t", ":", ": ", "-", "- ", "* ",
        "#", "# ", "## ", "##", "\"", "'", "|", ">", "{", "}", "[", "]", "](", ")", "(",
        ",", ";", "&", "*", "!", "!!str", "%", "@", "`", "```", "~~~", "~", "?", "<", "=",
        "\0", "\uD800", "\uDC00", "\uFFFE", "\u2028", "\u0085", "\u202E", "🎉", "ß", "日",
        "id", "adr", "number", "name", "title", "status", "date", "created", "link",
        "because", "instead", "allows", "revisit", "by", "when", "amendments", "change",
        "aliases", "tags", "decision-makers", "supersedes", "superseded-by", "superseded by ",
        "Superceded by ", "rules", "ruels", "waivers", "rule", "until", "environments",
        "configuration", "forbid", "require", "equals", "in", "like", "present", "at-least",
        "same-origin-as", "route-to", "true", "null", "yes", "0x1F", "1e999", "2026-08-02", "{2026-08-02}",
        "accepted", "Status", "Date", "ADR-0001", "ADR-1#2", "0027", "[x](0001-a.md)", "A:*:B", "**", "%41", "..", "/", ".md", "\n  - ", "\n---\n",
    ];

    private static readonly Gen<char> _letter = Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['A', 'Z'], Gen.OneOf('ä', 'ß', 'é', 'Ω', '日', '本'));

    /// <summary>Text of a scalar, trimmed and not empty, with whatever YAML or Markdown gives a meaning to.</summary>
    private static readonly Gen<string> _scalar = Gen.OneOf(
            Gen.OneOf(_letter, Gen.Char[' ', '~'], Gen.OneOf('\n', '\r', '\t', '\0', '\u0085', '\u2028', '\u202E', '\uFEFF', '"', '\\', '#', ':')).Array[1, 20]
                .Select(characters => new string(characters)),
            Gen.OneOf(_words).Where(word => !word.Any(char.IsSurrogate)),
            Gen.OneOf("🎉 party", "null", "true", "0027", "- x", "a: b", "{{ x }}", "*/ </summary>"))
        .Select(text => text.Trim()).Where(text => text.Length > 0);

    // In a rule, a character that cannot be seen is a fault.
    private static readonly Gen<string> _seen = _scalar.Where(text => InvisibleCharacter.IndexIn(text) < 0);

    private static readonly Gen<DateOnly> _date = Gen.DateOnly;

    private static readonly Gen<string> _key = Gen.Select(Gen.Char['A', 'Z'], Gen.OneOf(":Enabled", ":*:Path", ":**", ""), (first, rest) => first + rest);

    private static readonly Gen<Literal> _literal = Gen.OneOf(
        _seen.Select(Literal.String), Gen.OneOf(Literal.True, Literal.False, Literal.Null, Literal.Number("8080"), Literal.Number("-1.5")));

    private static readonly Gen<Condition> _condition = Gen.OneOf(
        _literal.Select(Condition.EqualTo),
        _literal.Array[2, 3].Select(literals => Condition.In(literals)),
        _seen.Array[1, 2].Select(patterns => Condition.Like(patterns)),
        _seen.Array[1, 2].Select(patterns => Condition.RouteTo(patterns)),
        Gen.Int[-100, 100].Select(bound => Condition.AtLeast(bound)),
        Gen.Int[-100, 100].Select(bound => Condition.AtMost(bound)),
        Gen.OneOf(Condition.Present(true), Condition.SameOriginAs("Public:Origin")));

    private static readonly Gen<Rule> _rule = Gen.Select(_key, Gen.OneOf(Verb.Forbid, Verb.Require), _condition, _scalar.Null(), _condition.Null(), Names(0))
        .Select((key, verb, condition, because, when, environments) => (Rule)new ConfigurationRule(KeyPattern.Parse(key), verb, condition)
        {
            Because = because,
            Except = key.Contains('*') ? ValueList.Of(KeyPattern.Parse(key.Replace("*", "x", StringComparison.Ordinal))) : ValueList<KeyPattern>.Empty,
            When = when is null ? ValueList<Precondition>.Empty : ValueList.Of(new Precondition("When:Key", when)),
            Environments = environments,
        });

    private static readonly Gen<Revisit> _revisit = Gen.Select(_date.Nullable(), Names(0), (day, events) => new Revisit(day, events));

    private static readonly Gen<ValueList<string>> _references =
        Gen.Int[1, 9999].Select(number => $"ADR-{number:0000}").Array[0, 3].Select(ids => ids.Distinct().ToValueList());

    /// <summary>Records that can be written as they are. Their path and their id agree.</summary>
    public static Gen<AdrRecord> Records { get; } =
        from number in Gen.Int[1, 9999]
        from name in _letter.Array[1, 8]
        from title in _scalar
        from status in Gen.OneOf(DecisionStatus.Proposed, DecisionStatus.Accepted, DecisionStatus.Rejected, DecisionStatus.Deprecated)
        from date in _date.Nullable()
        from texts in _scalar.Null().Array[2]
        from lists in Names(0).Array[5]
        from references in _references.Array[2]
        from revisit in _revisit.Null()
        from amendments in Gen.Select(_date.Nullable(), _scalar, (day, change) => new Amendment(day, change)).Array[0, 2]
        from rules in _rule.Array[0, 3].Select(several => several.DistinctBy(rule => ((ConfigurationRule)rule).Key).ToArray())
        from waiver in Gen.Select(_date, _scalar, Names(1))
        let path = $"docs/adr/{number:0000}-x.md"
        select new AdrRecord(
            new()
            {
                Id = $"ADR-{number:0000}", Title = title, Status = status, Date = date, Link = texts[0] ?? path, Because = texts[1],
                Instead = lists[0], Allows = lists[1], Aliases = lists[2], Tags = lists[3], DecisionMakers = lists[4],
                Supersedes = references[0], SupersededBy = references[1], Revisit = revisit, Amendments = amendments.ToValueList(), Rules = rules.ToValueList(),
                Waivers = rules.OfType<ConfigurationRule>().Take(1).Select(rule => new Waiver(rule.Key.Text, waiver.Item3, waiver.Item1, waiver.Item2))
                    .ToValueList(),
            },
            path,
            "N" + new string(name))
        { IsNamed = true };

    /// <summary>Texts of the words and signs that mean something in a record, and of any characters.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.OneOf(Gen.OneOf(_words), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(string.Concat),
        Gen.OneOf(_words).Array[0, 40].Select(words => $"---\n{string.Concat(words)}\n---\n"),
        Gen.OneOf(_words).Array[0, 20].Select(words => $"---\nstatus: accepted\n{string.Join(" ", words)}\n---\n# T\n{string.Concat(words)}"),
        Gen.OneOf(_words).Array[0, 40].Select(words => $"# 7. T\n\n## Status\n\n{string.Concat(words)}\n"));

    /// <summary>Records of which a piece was lost, doubled or overwritten.</summary>
    public static Gen<string> Mutated { get; } = Gen.Select(
        Records.Select(RecordWriter.Write), Gen.Int[0, 5000], Gen.Int[0, 30], Gen.OneOf(_words), Gen.Int[0, 2], Mutate);

    /// <summary>Names of files, most of them of records.</summary>
    public static Gen<string> Paths { get; } = Gen.Select(
        Gen.OneOf("", "docs/adr/", "a/b/"),
        Gen.OneOf(
            Gen.OneOf(
                "0001-a", "0001-b", "0002-a", "README", "index", "ARCH-001-x", "20240531-x", "2024-05-31_012-x", "00NN-x", "adr_0003", "x", "+++", "-", ""),
            Gen.OneOf(_words).Where(word => !word.Contains('/')).Array[0, 4].Select(string.Concat)),
        (folder, name) => folder + name + ".md");

    private static Gen<ValueList<string>> Names(int least) => _seen.Array[least, 3].Select(items => items.ToValueList());

    private static string Mutate(string text, int at, int length, string word, int how)
    {
        var start = at % text.Length;
        var end = Math.Min(start + length, text.Length);
        return how switch
        {
            0 => text[..start] + word + text[end..],
            1 => text[..end] + text[start..],
            _ => text[..start] + word + text[start..],
        };
    }
}
