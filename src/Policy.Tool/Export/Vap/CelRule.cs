namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>
/// Writes a rule as an expression of CEL, over the variables of <c>variables.yaml</c>. In it, <c>s</c> has the settings of a process, and <c>e</c>
/// and <c>o</c> are settings; <c>k</c> and <c>w</c> are keys. A value that cannot be judged breaks a rule, and meets a precondition.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="waivers">The waivers that apply; none is for all keys in all environments.</param>
internal sealed class CelRule(ExportedRule rule, IReadOnlyList<Waiver> waivers)
{
    private bool IsRequired => rule.Rule.Verb == Verb.Require;

    /// <summary>The names of the variables that break the rule, as one text; empty if none does.</summary>
    public string Violations()
    {
        var environments = rule.Rule.Environments.Count == 0 ? "" : $".filter(s, {IsIn(rule.Rule.Environments, orUnknown: true)})";
        return $"variables.settings{environments}.map(s, s.set.filter(e, {Condition()}).map(e, e.at{Unclear()}).join(', ')).filter(t, t != '').join(', ')";
    }

    // Where a rule looks below keys, the key is the part of a longer one that matches. A pattern has a fixed number of segments there.
    private string Condition()
    {
        var literal = rule.Rule.Key.IsOneKey ? rule.Key.Literal : null;
        var expression = Expression.OfKey(rule.Rule.Key.Text.Split(':'));
        if (IsRequired || IsPresence(rule.Tests))
        {
            return literal is not null
                ? AtOrBelow(Cel.Text(literal), Cel.Text(literal + ":"))
                : $"[e.key.find({Cel.Text("^" + expression)})].exists(k, k != '' && {AtOrBelow("k", "k + ':'")})";
        }
        var key = literal is not null ? $"e.key == {Cel.Text(literal)}" : $"e.key.matches({Cel.Whole(expression)})";
        return string.Join(" && ", [key, $"(e.refers || {Holds(rule.Tests, "e", orUnclear: true)})", .. Limits("e.key")]);
    }

    private string AtOrBelow(string key, string prefix)
    {
        var broken = IsPresence(rule.Tests)
            ? $"(e.key == {key} || e.key.startsWith({prefix})) && e.text != ''"
            : $"(e.key == {key} ? {IsNotMet()} : e.key.startsWith({prefix}) && e.text != '' && !s.set.exists(o, o.key == {key}))";
        return string.Join(" && ", [broken, .. Limits(key)]);
    }

    private IEnumerable<string> Limits(string key) =>
    [
        .. rule.Except.Select(except => $"!{key}.matches({Cel.Whole(except)})"),
        .. rule.When.Select(when => IsMet(when, key, orUnclear: true)),
        .. waivers.Select(waiver => IsNotWaived(waiver, key)),
    ];

    private static string IsNotWaived(Waiver waiver, string key)
    {
        List<string> conditions = [];
        if (waiver.Key is { } waived) conditions.Add($"{key} == {Cel.Text(KeyExport.Literal(waived))}");
        if (waiver.Environments.Count > 0) conditions.Add(IsIn(waiver.Environments, orUnknown: false));
        return $"!({string.Join(" && ", conditions)})";
    }

    private static string IsIn(ValueList<string> environments, bool orUnknown)
    {
        var names = environments.Select(name => Cel.Text(name.ToLowerInvariant()));
        return $"s.environment in [{string.Join(", ", orUnknown ? names.Append("''") : names)}]";
    }

    // The key of a precondition has the segments that the wildcards of the rule's key match.
    private string IsMet(ExportedPrecondition when, string key, bool orUnclear)
    {
        if (when.Parts.Count == 1) return IsMetAt(when.Tests, Cel.Text(when.Parts[0]), Cel.Text(when.Parts[0] + ":"), orUnclear);
        List<string> parts = [];
        for (var i = 0; i < when.Parts.Count; i++)
        {
            if (when.Parts[i].Length > 0) parts.Add(Cel.Text(when.Parts[i]));
            if (i + 1 < when.Parts.Count) parts.Add(Segment(key, rule.Key.Stars[i]));
        }
        return $"[{string.Join(" + ", parts)}].exists(w, {IsMetAt(when.Tests, "w", "w + ':'", orUnclear)})";
    }

    private static string Segment(string key, int at) => at < 0 ? $"{key}.split(':')[{key}.split(':').size() - {-at}]" : $"{key}.split(':')[{at}]";

    private static string IsMetAt(ValueList<ExportedTest> tests, string key, string prefix, bool orUnclear)
    {
        if (IsPresence(tests)) return string.Join(" && ", tests.Cast<PresenceTest>().Select(test => IsPresent(test, key, prefix, orUnclear, "o")));
        var holds = Holds(tests, "o", orUnclear);
        return $"s.set.exists(o, o.key == {key} && {(orUnclear ? $"(o.refers || {holds})" : $"!o.refers && {holds}")})";
    }

    // A variable that refers to another may be empty, and so may one whose value is somewhere else.
    private static string IsPresent(PresenceTest test, string key, string prefix, bool orUnclear, string o)
    {
        var isSure = test.Expected != orUnclear;
        var some = $"s.set.exists({o}, ({o}.key == {key} || {o}.key.startsWith({prefix})) && {o}.text != ''{(isSure ? $" && !{o}.refers" : "")})";
        var unknown = isSure ? "" : $" || s.unknown.exists(u, u == {key} || u.startsWith({prefix}))";
        return $"{(test.Expected ? "" : "!")}({some}{unknown})";
    }

    // Every reading of the value must meet the condition, and does for sure. A list meets no more than its text does.
    private string IsNotMet()
    {
        var isNotMet = $"e.refers || !({All(rule.Tests, Reading.AsWritten, "e", orUnclear: false)})";
        return HasNumbers(rule.Tests)
            ? $"{isNotMet} || e.negative.size() > 0 && !({All(rule.Tests, Reading.Negative, "e", orUnclear: false)})"
            : isNotMet;
    }

    // Some reading of the value meets the condition.
    private static string Holds(ValueList<ExportedTest> tests, string e, bool orUnclear)
    {
        List<Reading> readings = [Reading.AsWritten];
        if (HasNumbers(tests)) readings.Add(Reading.Negative);
        if (tests.OfType<EqualityTest>().Any(test => test.Name is not null)) readings.Add(Reading.Parts);
        var alternatives = tests is [var one]
            ? readings.SelectMany(reading => Alternatives(one, reading, e, orUnclear)).Distinct()
            : readings.Select(reading => All(tests, reading, e, orUnclear)).Distinct();
        return Any(alternatives);
    }

    private static string All(ValueList<ExportedTest> tests, Reading reading, string e, bool orUnclear) => string.Join(" && ", tests
        .Select(test => Any(Alternatives(test, reading, e, orUnclear))));

    // Null is no variable's value, so a test may have no alternative at all.
    private static string Any(IEnumerable<string> alternatives) => alternatives.ToList() switch
    {
        [] => "false",
        [var only] => only,
        var several => $"({string.Join(" || ", several)})",
    };

    private static IEnumerable<string> Alternatives(ExportedTest test, Reading reading, string e, bool orUnclear)
    {
        switch (test)
        {
            case EqualityTest equality:
                if (equality.IsEmpty) yield return $"{e}.text == ''";
                if (equality.Text is { } text) yield return $"{e}.text.matches({Cel.Whole(text)})";
                if (reading == Reading.Parts && equality.Name is { } name)
                {
                    yield return $"{e}.text.split(',').exists(x, x.trim().matches({Cel.Whole(name)}))";
                }
                if (NumberIn(reading == Reading.Negative ? equality.Negatives : equality.Numbers, reading, e) is { } number) yield return number;
                if (orUnclear && equality.Numbers.Count > 0 && reading == Reading.AsWritten) yield return $"{e}.odd";
                break;
            case PathTest path:
                yield return $"{e}.text != '' && {e}.path.matches({Cel.Whole(path.Expression)})";
                if (orUnclear) yield return $"{e}.respelled";
                break;
            case PresenceTest presence:
                yield return IsPresent(presence, $"{e}.key", $"{e}.key + ':'", orUnclear, "f");
                break;
            case LeastTest least:
                foreach (var bound in Bound(">=", least.Bound, reading, e, orUnclear)) yield return bound;
                break;
            case MostTest most:
                foreach (var bound in Bound("<=", most.Bound, reading, e, orUnclear)) yield return bound;
                break;
            default:
                throw new NotSupportedException($"CEL does not have {test.GetType().Name}.");
        }
    }

    private static IEnumerable<string> Bound(string comparison, long bound, Reading reading, string e, bool orUnclear)
    {
        if (NumbersOf(reading, e) is { } numbers) yield return $"{numbers}.exists(x, x {comparison} {Cel.Number(bound)})";
        if (orUnclear && reading == Reading.AsWritten) yield return $"{e}.odd";
    }

    private static string? NumberIn(ValueList<long> wanted, Reading reading, string e) =>
        wanted.Count > 0 && NumbersOf(reading, e) is { } numbers ? $"{numbers}.exists(x, x in [{string.Join(", ", wanted.Select(Cel.Number))}])" : null;

    private static string? NumbersOf(Reading reading, string e) => reading switch
    {
        Reading.AsWritten => $"{e}.number",
        Reading.Negative => $"{e}.negative",
        _ => null,
    };

    // The segments that a precondition needs are the same in the key and in a longer one.
    private string Unclear()
    {
        List<string> unclear = ["e.refers"];
        if (HasNumbers(rule.Tests)) unclear.Add("e.odd");
        if (rule.Tests.Any(test => test is PathTest)) unclear.Add("e.respelled");
        unclear.AddRange(rule.When.Select(when => $"!({IsMet(when, "e.key", orUnclear: false)})"));
        return $" + ({string.Join(" || ", unclear)} ? variables.unclear : '')";
    }

    private static bool HasNumbers(ValueList<ExportedTest> tests) => tests.Any(test => test is EqualityTest { Numbers.Count: > 0 } or LeastTest or MostTest);

    private static bool IsPresence(ValueList<ExportedTest> tests) => tests.All(test => test is PresenceTest);
}
