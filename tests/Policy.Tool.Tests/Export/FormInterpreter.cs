using System.Numerics;
using System.Text.RegularExpressions;
using DecisionPolicies.Rules;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Export;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>
/// Judges by the exported form alone, as another engine would: with keys, expressions and doubled whole numbers. It shares nothing with the
/// engine, so that a difference shows in which of them the form is wrong.
/// </summary>
internal sealed partial class FormInterpreter
{
    private const string Space = "\0\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
        + "\u2028\u2029\u202F\u205F\u3000";
    private const int MostDigits = 15;

    private static readonly BigInteger _large = 4_000_000_000_000_000;

    private readonly Dictionary<string, string?> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    public FormInterpreter(SettingNode root) => Add(root, "");

    /// <summary>Where a rule is broken, by key; the state is <c>unclear</c> where that cannot be judged.</summary>
    public IReadOnlyDictionary<string, string> Judge(ExportedRule rule)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in Candidates(rule.Key).Where(key => !rule.Except.Any(except => Matches(except, key))))
        {
            if (Judge(rule, key) is { } state) found[key] = state;
        }
        return found;
    }

    private string? Judge(ExportedRule rule, string key)
    {
        var bound = Stars(rule.Key, key);
        var when = rule.When.Select(each => Holds(each, bound)).ToList();
        if (when.Contains(Outcome.Fails)) return null;
        var isOpen = false;
        foreach (var reading in Readings(key))
        {
            var outcome = OutcomeOf(rule.Tests, reading, key);
            isOpen |= outcome == Outcome.Unclear;
            if (outcome != (rule.Rule.Verb == Verb.Require ? Outcome.Fails : Outcome.Holds)) continue;
            return when.Contains(Outcome.Unclear) ? "unclear" : StateOf(rule, reading, key);
        }
        return isOpen ? "unclear" : null;
    }

    private string StateOf(ExportedRule rule, HeldText reading, string key) =>
        reading.State != "value" && _filled.Contains(key) && !rule.Tests.OfType<EqualityTest>().Any(test => Equals(test, reading)) ? "section" : reading.State;

    private IEnumerable<string> Candidates(ExportedKey key) => key.Reaches
        .SelectMany(reach => _keys
            .Where(each => each.StartsWith(reach.Prefix, StringComparison.Ordinal) && Matches(reach.Expression, each))
            .Select(each => each + reach.Tail))
        .Concat(key.Literal is null ? [] : [key.Literal]).Distinct();

    private static List<string> Stars(ExportedKey key, string found)
    {
        var segments = found.Split(':');
        return [.. key.Stars.Select(star => segments[star < 0 ? segments.Length + star : star])];
    }

    private Outcome Holds(ExportedPrecondition when, List<string> bound)
    {
        if (when.Any is { } any)
        {
            var wanted = bound.Take(any.Stars.Count).ToList();
            return Best(Candidates(any).Where(key => Stars(any, key).SequenceEqual(wanted)).Select(key => OutcomeAt(when.Tests, key)));
        }
        return OutcomeAt(when.Tests, string.Concat(when.Parts.Select((part, i) => part + (i + 1 < when.Parts.Count ? bound[i] : ""))));
    }

    private Outcome OutcomeAt(ValueList<ExportedTest> tests, string key) => Best(Readings(key).Select(reading => OutcomeOf(tests, reading, key)));

    private static Outcome Best(IEnumerable<Outcome> outcomes) => outcomes.DefaultIfEmpty(Outcome.Fails).Max();

    private Outcome OutcomeOf(ValueList<ExportedTest> tests, HeldText reading, string key) =>
        tests.Select(test => OutcomeOf(test, reading, key)).DefaultIfEmpty(Outcome.Holds).Min();

    private Outcome OutcomeOf(ExportedTest test, HeldText reading, string key)
    {
        var isUnclear = test switch
        {
            PathTest => reading.State == "value" && MayBeRespelled(reading.Text),
            EqualityTest { Numbers.Count: > 0 } or LeastTest or MostTest => IsUnclearNumber(reading.Text),
            _ => false,
        };
        var holds = test switch
        {
            EqualityTest equality => Equals(equality, reading),
            PathTest path => reading.State == "value" && Matches(path.Expression, reading.Text is [_, .., '/'] ? reading.Text[..^1] : reading.Text),
            PresenceTest presence => presence.Expected == _filled.Contains(key),
            LeastTest least => NumberOf(reading) >= least.Bound,
            MostTest most => NumberOf(reading) <= most.Bound,
            _ => throw new NotSupportedException(test.ToString()),
        };
        return holds ? Outcome.Holds : isUnclear ? Outcome.Unclear : Outcome.Fails;
    }

    private static bool Equals(EqualityTest test, HeldText reading) =>
        (reading.State == "null" && (test.IsNull || (test.IsDefault && reading.As == "default")))
        || (reading.State == "empty" && test.IsEmpty)
        || (reading.State == "value" && test.Text is { } text && Matches(text, reading.Text))
        || (reading.As == "list" && test.Name is { } name && reading.Text.Split(',').Any(part => Matches(name, part.Trim(Space.ToCharArray()))))
        || (NumberOf(reading) is { } number && (reading.As == "negative" ? test.Negatives : test.Numbers).Any(each => each == number));

    private IEnumerable<HeldText> Readings(string key)
    {
        if (!_held.TryGetValue(key, out var value)) return [new("absent", "", "written")];
        if (value is null) return [new("null", "", "written"), new("null", "", "default")];
        if (value.Trim(Space[1..].ToCharArray()).Length == 0) return [new("empty", "", "written")];
        var written = new HeldText("value", value.Trim(Space.ToCharArray()), "written");
        if (Hexadecimal(written.Text) is { } digits && NegativeOf(digits) is not null) return [written, written with { As = "negative" }];
        return written.Text.Contains(',') ? [written, written with { As = "list" }] : [written];
    }

    private static BigInteger? NumberOf(HeldText reading)
    {
        if (reading.As == "default") return 0;
        if (reading.State != "value" || reading.As == "list") return null;
        if (reading.As == "negative") return 2 * NegativeOf(Hexadecimal(reading.Text)!);
        if (Hexadecimal(reading.Text) is { } digits) return 2 * Base16(digits);
        if (Infinity().Match(reading.Text) is { Success: true } infinity) return infinity.Groups["sign"].Value == "-" ? -_large : _large;
        return Decimal().Match(reading.Text) is { Success: true } number && !IsUnclearNumber(reading.Text) ? Doubled(number) : null;
    }

    private static BigInteger Doubled(Match number)
    {
        var (digits, power, _) = Parts(number);
        if (digits.Length == 0) return 0;
        var whole = digits.Length + power > MostDigits ? _large
            : power >= 0 ? 2 * BigInteger.Parse(digits) * BigInteger.Pow(10, power)
            : (2 * BigInteger.Parse("0" + digits[..Math.Max(digits.Length + power, 0)])) + 1;
        return number.Groups["sign"].Value == "-" ? -whole : whole;
    }

    private static bool IsUnclearNumber(string text)
    {
        if (Decimal().Match(text) is not { Success: true } number) return false;
        var (digits, power, isFar) = Parts(number);
        return digits.Length > 0 && (isFar || (power < 0 && digits.Length + power <= MostDigits && Math.Max(digits.Length, -power) > MostDigits));
    }

    private static (string Digits, int Power, bool IsFar) Parts(Match number)
    {
        var (fraction, exponent) = (number.Groups["fraction"].Value, number.Groups["exponent"].Value.TrimStart('0'));
        var significant = (number.Groups["whole"].Value + fraction).TrimStart('0');
        var digits = significant.TrimEnd('0');
        var moved = int.Parse("0" + exponent[..Math.Min(exponent.Length, 2)]) * (number.Groups["down"].Value == "-" ? -1 : 1);
        return (digits, moved - fraction.Length + significant.Length - digits.Length, exponent.Length > 2);
    }

    private static string? Hexadecimal(string text) =>
        HexadecimalText().Match(text) is { Success: true } match && match.Groups["digits"].Value.TrimStart('0') is { Length: <= 32 } digits ? digits : null;

    private static BigInteger Base16(string digits) => BigInteger.Parse("0" + digits, System.Globalization.NumberStyles.HexNumber);

    private static BigInteger? NegativeOf(string digits) => digits.Length is 2 or 4 or 8 or 16 or 32 && Base16(digits[..1]) >= 8
        ? Base16(digits) - BigInteger.Pow(16, digits.Length)
        : null;

    private static bool MayBeRespelled(string text) =>
        text.Contains('%') || text.Contains(Expression.LongS) || (text.Contains(':') && !PlainText().IsMatch(text));

    private static bool Matches(string expression, string text) => Regex.IsMatch(text, $@"\A(?:{expression})\z", RegexOptions.CultureInvariant);

    private void Add(SettingNode node, string key)
    {
        foreach (var child in node.Children)
        {
            var below = key + JudgedCase.Folded(child.Segment);
            _keys.Add(below);
            if (child.IsSet) _held[below] = child.Value;
            Add(child, below);
            if (_filled.Contains(below) || (child.Value is { } value && value.Trim(Space[1..].ToCharArray()).Length > 0))
            {
                _filled.Add(below);
                _filled.Add(key);
            }
        }
    }

    private enum Outcome
    {
        Fails,
        Unclear,
        Holds,
    }

    private sealed record HeldText(string State, string Text, string As);

    [GeneratedRegex(@"\A(?<sign>[+-]?)(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?:[eE](?<down>[+-]?)(?<exponent>[0-9]+))?\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A(?<sign>[+-]?)infinity\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Infinity();

    [GeneratedRegex(@"\A(?:0[xX]|&[hH]|#)\s*\+?(?:0[xX])?(?<digits>[0-9A-Fa-f]+)\z")]
    private static partial Regex HexadecimalText();

    [GeneratedRegex(@"\A(?:/(?:[^/\\]|\z)|[0-9]|[A-Za-z0-9+.-]*[^A-Za-z0-9+.:/\\-]|[Hh][Tt][Tt][Pp][Ss]?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*"
        + @"[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?::[1-9][0-9]{3,4})?(?:(?:/(?:[A-Za-z0-9_~!$&()*+,;=:@-]+(?:\.[A-Za-z0-9_~!$&()*+,;=:@-]+)*)?)+"
        + @"(?:\?[A-Za-z0-9_~!$&()*+,;=:@./-]*)?)?\z)")]
    private static partial Regex PlainText();
}
