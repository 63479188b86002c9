using CsCheck;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>Settings files: well formed ones, in all the ways the provider takes, damaged ones, and text that only looks like one.</summary>
internal static class JsonGen
{
    // Few names, in several cases and forms, so that keys meet.
    private static readonly Gen<string> _name = Gen.OneOf(
        "a", "A", "b", "a:b", "A:B", "a:a", "", ":", "0", "1", "\\u0061", "k\\u003Ab", "\\uD83D\\uDE00",
        "\u00fc", "\u00dc", "\U00010428", "\U00010400", "\u017f", "s", "x y", "\\\"", "\\n");

    private static readonly Gen<string> _space = Gen.Frequency(
        (8, Gen.Const("")),
        (3, Gen.OneOf(" ", "\t", "\n", "\r\n", "\r", "  \n ")),
        (1, Gen.OneOf("//\n", "// x\r\n", "/**/", "/* } */", "/*/*/", "/***/", "/*\n*/ ", "//\"\r", " /* \u2028 */ ", "//*\n", "/*//*/")));

    // Between a name and its colon the provider takes no comment, so one in a hundred is enough.
    private static readonly Gen<string> _beforeColon = Gen.Frequency((99, Gen.OneOf("", " ", "\n")), (1, Gen.OneOf("/**/", "//\n")));

    private static readonly Gen<string> _scalar = Gen.OneOf(
        Gen.OneOf("true", "false", "null", "0", "-0", "1", "-1", "10", "1.5", "0.10", "1e5", "1E+05", "2e-1", "-0.0e0", "12345678901234567890123"),
        Gen.OneOf("", "x", "a b", "true", "\\t", "\\u0000", "\\/", "\\\\", "\\\"", "\\uD83D\\uDE00", "\u2028", "\uFEFF", "\u007f", "//", "{", "\U0001F600")
            .Select(text => $"\"{text}\""));

    private static readonly string[] _fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "\"a:b\"", "\\", "\\u", "\\uD800",
        "\\uDC00", "\\u00e9", "1", "0", "-", ".", "e", "+", "true", "tru", "null", "False",
        "/", "//", "/*", "*/", "*", "\n", "\r", "\r\n", " ", "\t", "\0", "\u0001", "\u2028", "\u2029",
        "\uFEFF", "\u00a0", "\u0085", "\uD800", "\uDC00", "\U0001F600", "'", "a", "#", "[[", "]]", "{}", "[]",
    ];

    /// <summary>Well formed files. Some set a key twice, which is a fault all the same.</summary>
    public static Gen<string> WellFormed { get; } = Document();

    /// <summary>Well formed files with a few characters gone, doubled or replaced by others.</summary>
    public static Gen<string> Damaged { get; } = Gen.Select(WellFormed, Damage().Array[1, 3]).Select((text, damages) => damages.Aggregate(text, WithDamage));

    /// <summary>Pieces of JSON in any order.</summary>
    public static Gen<string> Pieces { get; } = Gen.OneOf(_fragments).Array[0, 12].Select(string.Concat);

    /// <summary>A member whose value is pieces of JSON.</summary>
    public static Gen<string> Members { get; } = Gen.OneOf(_fragments).Array[0, 5].Select(pieces => "{\"a\":" + string.Concat(pieces) + "}");

    /// <summary>Any text.</summary>
    public static Gen<string> AnyText { get; } = Gen.String;

    private static Gen<string> Document() => Gen.Select(_space, Object(4), _space).Select((before, value, after) => before + value + after);

    private static Gen<string> Value(int depth) => depth == 0
        ? _scalar
        : Gen.Frequency((4, _scalar), (2, Object(depth - 1)), (1, Array(depth - 1)));

    private static Gen<string> Object(int depth) =>
        List('{', '}', Gen.Select(_name, _beforeColon, _space, Value(depth)).Select((name, before, after, value) => $"\"{name}\"{before}:{after}{value}"));

    private static Gen<string> Array(int depth) => List('[', ']', Value(depth));

    private static Gen<string> List(char open, char close, Gen<string> member) =>
        Gen.Select(Gen.Select(_space, member, _space).Select((before, value, after) => before + value + after).Array[0, 4],
            Gen.Frequency((4, Gen.Const("")), (1, Gen.Const(","))), _space)
            .Select((members, comma, space) => open + string.Join(",", members) + (members.Length == 0 ? "" : comma) + space + close);

    private static Gen<(int At, int Length, string Text)> Damage() =>
        Gen.Select(Gen.Int[0, 1 << 16], Gen.Int[0, 2], Gen.Frequency((1, Gen.Const("")), (3, Gen.OneOf(_fragments))));

    private static string WithDamage(string text, (int At, int Length, string Text) damage)
    {
        var at = damage.At % (text.Length + 1);
        return text[..at] + damage.Text + text[Math.Min(at + damage.Length, text.Length)..];
    }
}
