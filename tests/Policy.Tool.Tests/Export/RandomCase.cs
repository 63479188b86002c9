using System.Text;
using System.Text.Json;
using DecisionPolicies.Rules;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>Makes rules that can be exported, and configurations that are close to breaking them.</summary>
/// <param name="random">The source of all choices.</param>
internal sealed class RandomCase(Random random)
{
    private static readonly string[] _segments = ["Gateway", "Kind", "Servers", "a", "Sky", "0", "Is-On", "x.y"];

    private static readonly string[] _words = ["OAuth", "mock", "kiss", "Straße", "a.b", "on-call", "x y", "ı", "0x", "Infinity", "8080", "false", "0"];

    private static readonly string[] _wholes = ["0", "1", "-1", "8080", "0x1F90", "0xFFFFFFFF", "255", "-128", "999999999999999", "12e2", "5.0"];

    private static readonly string[] _globs =
    [
        "**/register", "**", "*", "mock*", "/a/**/b", "a/*/c", "https://**", "*s*k*", "/", "a//b", "**/x/**", "x/", "*.example",
        "https://a.example/*", "**/", "a**b",
    ];

    private static readonly string[] _odd =
    [
        "", " ", "\t\n", "\0", "\u00A0", "true", "TRUE ", "yes", "On", "off", "no", "0", "1", "00", "-0", "+1", "1.0", ".5", "5.", "4.5", "-4.5",
        "1e3", "1E-3", "1e400", "1e-400", "0e999", "0x1F90", "&h1f90", "#1F90", "# 1f90", "#0x1f90", "0x+1F90", "0xFFFFFFFF", "0xFF", "0x80",
        "0xFFFE", "0xFFFFFFFFFFFFFFFF", "0x8000000000000000", "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "0x1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "8080",
        "08080", "8080.0", "8.08e3", "80.8e+02", "8079.5", "8080.000000000000001", "8079.99999999999999999999", "8,080", "999999999999999",
        "1000000000000000", "99999999999999999999999999999999", "Infinity", "-infinity", "NaN", "+Infinity", "Basic, OAuth", "oauth,", ",mock ,x",
        "OAUTH", "oauth ", "ki\u017F\u017F", "\u212Aiss", "\u0130s", "STRASSE", "stra\u00DFe", "/register", "a/register/", "/a/x/y/b", "/a/b",
        "a/b/c", "a//c", "x", "x/", "x//", "/", "//", "https://a.example", "https://a.example/", "https://a.example/b/",
        "HTTPS://A.example:8443/x?y=z", "https://a.example:443/x", "https://u@a.example/", "http://a.example/../b", "/reg%69ster", "a:b",
        "localhost:5000", "127.0.0.1:80", "Server=a:1", "/oauth/{id:int}", "mailto:a@b.example", "https://a.example/./register", "\\\\a\\b",
        "https:\\\\a.example\\b", "\uD83D\uDE00", "a/\uD83D\uDE00/c", "mock\uD83D\uDE00", "1\0", "\u20281",
    ];

    private static readonly string[] _environments = ["Production", "Staging", "development"];

    /// <summary>A rule.</summary>
    public ConfigurationRule Rule()
    {
        var key = Key();
        var wildcards = KeyPattern.Parse(key).Wildcards;
        var verb = random.Next(2) == 0 ? Verb.Forbid : Verb.Require;
        var condition = Condition(verb == Verb.Require);
        return new(key, verb, condition)
        {
            When = random.Next(3) > 0 ? ValueList<Precondition>.Empty : ValueList.Of(When(wildcards, key)),
            Except = key.Contains('*') && random.Next(4) == 0 ? ValueList.Of(KeyPattern.Parse(Except(key))) : ValueList<KeyPattern>.Empty,
            Environments = random.Next(5) == 0 ? ValueList.Of(Of(_environments), "QA") : ValueList<string>.Empty,
        };
    }

    /// <summary>An environment.</summary>
    public string Environment() => Of(_environments);

    /// <summary>A configuration, as JSON whose numbers are whole.</summary>
    /// <param name="rule">The rule that it may break.</param>
    public string Settings(ConfigurationRule rule)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var shared = Of(_segments);
        for (var i = random.Next(1, 5); i > 0; i--) Put(values, Instance(rule.Key.Text, shared), Value(rule.Condition, rule.Verb));
        foreach (var when in rule.When)
        {
            for (var i = random.Next(3); i > 0; i--)
            {
                Put(values, Instance(when.Key.Text, shared), random.Next(4) > 0 ? Meeting(when.Condition) : Value(when.Condition, Verb.Require));
            }
        }
        for (var i = random.Next(3); i > 0; i--) Put(values, Instance(Key(), shared), Odd());
        return Nested(values);
    }

    private string Key()
    {
        var segments = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) == 0 ? "*" : Of(_segments)).ToList();
        if (random.Next(6) == 0) segments.Insert(random.Next(segments.Count + 1), "**");
        if (segments.TrueForAll(segment => segment.StartsWith('*'))) segments.Add("Kind");
        return string.Join(':', segments);
    }

    private string Except(string key) => string.Join(':', key.Split(':')
        .Select(segment => segment == "*" || (segment == "**" && random.Next(2) == 0) ? Of(_segments) : segment));

    private Precondition When(int wildcards, string key)
    {
        // Mostly beside the rule's own key, as people write them.
        var text = random.Next(2) == 0 && !key.Contains("**") ? key[..(key.LastIndexOf(':') + 1)] + "Mode" : Key();
        while (KeyPattern.Parse(text).Wildcards > wildcards || (!text.Contains("**") && text.Split(':').Contains("0"))) text = Key();
        return new(text, random.Next(4) == 0 && !text.Contains("**") ? Rules.Condition.Present(random.Next(2) == 0) : Condition(isRequired: true));
    }

    private Condition Condition(bool isRequired) => random.Next(10) switch
    {
        0 => Rules.Condition.EqualTo(random.Next(2) == 0 ? Literal.True : Literal.False),
        1 => Rules.Condition.EqualTo(Literal.String(Of(_words))),
        2 => Rules.Condition.EqualTo(Literal.Number(Of(_wholes))),
        3 => Rules.Condition.In([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyLiteral())]),
        4 => Rules.Condition.Like([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Of(_globs))]),
        5 => Rules.Condition.Like(Of(_globs)),
        6 => Rules.Condition.AtLeast(Bound()),
        7 => Rules.Condition.AtMost(Bound()),
        8 => Rules.Condition.Present(!isRequired || random.Next(2) == 0),
        _ => Bound() is var most && random.Next(2) == 0
            ? Rules.Condition.All(Rules.Condition.AtLeast(most - random.Next(3)), Rules.Condition.AtMost(most))
            : Rules.Condition.All(Rules.Condition.Like(Of(_globs)), Rules.Condition.Present(true)),
    };

    private Literal AnyLiteral() => random.Next(6) switch
    {
        0 => Literal.Null,
        1 => Literal.String(""),
        2 => Literal.Number(Of(_wholes)),
        3 => random.Next(2) == 0 ? Literal.True : Literal.False,
        _ => Literal.String(Of(_words)),
    };

    private decimal Bound() => Number.Read(Of(_wholes))!.Value.Exact!.Value;

    private string Value(Condition condition, Verb verb) => random.Next(verb == Verb.Forbid ? 2 : 3) == 0 ? Odd() : Meeting(condition);

    private string Odd() => random.Next(8) == 0 ? Of(["null", "{}", "[]", "[null]", "[\"mock\", 8080]", "{ \"0\": true }"]) : Text(Of(_odd));

    // JSON of a value that probably meets the condition, in one of its spellings.
    private string Meeting(Condition condition) => condition switch
    {
        InCondition any => Spelled(any.Literals[random.Next(any.Literals.Count)]),
        LikeCondition like => Text(Path(like.Globs[random.Next(like.Globs.Count)].Pattern)),
        AtLeastCondition least => Whole(least.Bound + random.Next(-1, 3)),
        AtMostCondition most => Whole(most.Bound - random.Next(-1, 3)),
        AllCondition all => Meeting(all.Conditions[0]),
        _ => Odd(),
    };

    private string Spelled(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => "null",
        LiteralKind.Boolean => random.Next(2) == 0 ? literal.Text : Text(Of([.. literal.Spellings])),
        LiteralKind.Number => Whole(Number.Read(literal.Text)!.Value.Exact!.Value),
        _ when literal.Text.Length == 0 => Of(["\"\"", "[]", "\" \""]),
        _ => random.Next(4) == 0 ? Text($"x, {literal.Text} ,y") : Text(literal.Text),
    };

    private string Whole(decimal number)
    {
        var whole = decimal.Truncate(number);
        return random.Next(6) switch
        {
            0 => whole.ToString("0"),
            1 => Text(whole.ToString("0") + ".0"),
            2 when whole >= 0 => Text("0x" + ((long)whole).ToString("X")),
            3 when whole is < 0 and > int.MinValue => Text("#" + ((int)whole).ToString("X")),
            4 => Text(whole.ToString("0") + "e0"),
            5 => Text(whole.ToString("0") + ".5"),
            _ => Text(whole.ToString("0")),
        };
    }

    private string Path(string glob)
    {
        var path = new StringBuilder();
        foreach (var segment in glob.Split('/'))
        {
            var text = segment == "**" ? Of(["", "a", "b/c"]) : segment.Replace("*", Of(["", "k", "xs"]), StringComparison.Ordinal);
            path.Append(path.Length == 0 ? "" : "/").Append(text);
        }
        return path.Append(random.Next(4) == 0 ? "/" : "").ToString();
    }

    private string Text(string text)
    {
        var cased = random.Next(4) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            2 => $" {text}\t",
            _ => text,
        };
        return JsonSerializer.Serialize(cased);
    }

    private string Instance(string key, string shared) => string.Join(':', key.Split(':').SelectMany<string, string>(segment => segment switch
    {
        "*" => [random.Next(2) == 0 ? shared : Of(_segments)],
        "**" => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(_segments))],
        "0" => [Of(["0", "0", "00"])],
        // Kelvin's sign is not a k in another case, to .NET.
        _ => [random.Next(3) == 0 ? segment.ToUpperInvariant() : random.Next(12) == 0 ? segment.Replace('k', '\u212A') : segment],
    })) + (random.Next(8) == 0 ? ":" + Of(_segments) : "");

    private static void Put(Dictionary<string, string> values, string key, string value) => values[key] = value;

    // Keys as objects or with colons, at random.
    private string Nested(IEnumerable<KeyValuePair<string, string>> values)
    {
        var json = new StringBuilder("{");
        foreach (var group in values.GroupBy(value => value.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
        {
            var members = group.ToList();
            if (members.TrueForAll(member => member.Key.Contains(':')) && random.Next(3) > 0)
            {
                Append(group.Key, Nested(members.Select(member => KeyValuePair.Create(member.Key[(group.Key.Length + 1)..], member.Value))));
            }
            else foreach (var (key, value) in members) Append(key, value);
        }
        return json.Append('}').ToString();

        void Append(string key, string value) => json.Append(json.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(key)).Append(':').Append(value);
    }

    private T Of<T>(T[] choices) => choices[random.Next(choices.Length)];
}
