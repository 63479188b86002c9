namespace DecisionPolicies.Records;

/// <summary>Reads a condition: a scalar means equals, a list means any of, a mapping holds operators.</summary>
internal static class ConditionReader
{
    private static readonly string[] _operators = ["equals", "in", "like", "present", "at-least", "at-most", "same-origin-as", "route-to"];

    private const string LeftOpen = "The value is empty. Write a value, or 'null' if you mean null.";

    public static Condition? Read(YamlNode node, FieldReader rule) => node switch
    {
        YamlScalar { IsLeftOpen: true } => Unreadable(rule, node, LeftOpen),
        YamlScalar scalar => ReadScalar(scalar, rule),
        YamlSequence sequence => ReadList(sequence, rule),
        YamlMapping mapping => ReadOperators(mapping, rule),
        _ => null,
    };

    private static Condition? ReadList(YamlSequence sequence, FieldReader rule)
    {
        if (sequence.Items.Count == 0) return Unreadable(rule, sequence, "The list of values is empty. Write at least one value.");
        if (sequence.Items.FirstOrDefault(item => item is not YamlScalar) is { } other)
        {
            return Unreadable(rule, other, $"In a list of values, each item must be a single value, but this one is {other.Description}.");
        }
        var scalars = sequence.Items.Cast<YamlScalar>().ToList();
        return scalars.Find(scalar => IsOldBoolean(scalar) || IsOctal(scalar)) is { } old
            ? ReadScalar(old, rule)
            : Condition.In([.. scalars.Select(ReadLiteral)]);
    }

    private static Condition? ReadScalar(YamlScalar scalar, FieldReader rule) => scalar switch
    {
        _ when IsOctal(scalar) => Unreadable(rule, scalar,
            $"'{scalar.Text}' is an octal number in YAML 1.2, but configuration is not read that way. Write it in decimal, or quote it if you mean the text."),
        _ when IsOldBoolean(scalar) => Unreadable(rule, scalar,
            $"'{scalar.Text}' is not a boolean in YAML 1.2. Write true or false, which match every usual spelling, or quote it if you mean the text."),
        _ => Condition.EqualTo(ReadLiteral(scalar)),
    };

    // Booleans of YAML 1.1, which .NET developers know from other tools.
    private static bool IsOldBoolean(YamlScalar scalar) =>
        scalar.IsPlain && scalar.Text.ToLowerInvariant() is "yes" or "no" or "on" or "off";

    private static bool IsOctal(YamlScalar scalar) =>
        scalar.IsPlain && scalar.Text.StartsWith("0o", StringComparison.Ordinal) && scalar.Text.Length > 2
            && scalar.Text.Skip(2).All(c => c is >= '0' and <= '7');

    private static Condition? ReadPatterns(string name, YamlNode node, FieldReader rule)
    {
        var items = node is YamlSequence list ? list.Items : [node];
        var patterns = items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Text.Trim()).Where(pattern => pattern.Length > 0).ToArray();
        if (patterns.Length == 0 || patterns.Length != items.Count) return Unreadable(rule, node, $"'{name}' requires a pattern or a list of patterns.");
        if (patterns.Select(Glob.FaultOf).FirstOrDefault(fault => fault is not null) is { } fault) return Unreadable(rule, node, fault);
        return name == "like" ? Condition.Like(patterns) : Condition.RouteTo(patterns);
    }

    private static Condition? ReadOperators(YamlMapping mapping, FieldReader rule)
    {
        if (mapping.Entries.Count == 0) return Unreadable(rule, mapping, $"The condition is empty. Operators: {string.Join(", ", _operators)}.");
        var conditions = new List<Condition>();
        foreach (var entry in mapping.Entries)
        {
            if (ReadOperator(entry, rule) is not { } condition) return null;
            conditions.Add(condition);
        }
        var least = conditions.OfType<AtLeastCondition>().FirstOrDefault();
        var most = conditions.OfType<AtMostCondition>().FirstOrDefault();
        if (least?.Bound > most?.Bound) return Unreadable(rule, mapping, $"No number can be {least} and {most}.");
        return conditions.Count == 1 ? conditions[0] : Condition.All([.. conditions]);
    }

    private static Condition? ReadOperator(YamlEntry entry, FieldReader rule)
    {
        if (!_operators.Contains(entry.Key.Text))
        {
            return Unreadable(rule, entry.Key,
                $"Unknown operator '{entry.Key.Text}'.{Spelling.DidYouMean(entry.Key.Text, _operators)} Operators: {string.Join(", ", _operators)}.");
        }
        if (entry.Key.Text == "in")
        {
            return entry.Value is YamlSequence list ? ReadList(list, rule) : Unreadable(rule, entry.Value, "'in' requires a list.");
        }
        if (entry.Key.Text is "like" or "route-to") return ReadPatterns(entry.Key.Text, entry.Value, rule);
        if (entry.Value is not YamlScalar scalar)
        {
            return Unreadable(rule, entry.Value, $"'{entry.Key.Text}' requires a single value, but this is {entry.Value.Description}.");
        }
        if (scalar.IsLeftOpen) return Unreadable(rule, entry.Key, LeftOpen);
        switch (entry.Key.Text)
        {
            case "equals":
                return ReadScalar(scalar, rule);
            case "present":
                return scalar.Boolean is { } expected
                    ? Condition.Present(expected)
                    : Unreadable(rule, scalar, "'present' requires true or false.");
            case "at-least" or "at-most":
                if (Number.Read(scalar.Text)?.Exact is not { } bound) return Unreadable(rule, scalar, $"'{entry.Key.Text}' requires a number.");
                return entry.Key.Text == "at-least" ? Condition.AtLeast(bound) : Condition.AtMost(bound);
            default:
                if (scalar.IsNull) return Unreadable(rule, scalar, "'same-origin-as' requires a key.");
                return KeyPattern.TryParse(scalar.Text, out _, out var fault)
                    ? Condition.SameOriginAs(scalar.Text)
                    : Unreadable(rule, scalar, fault);
        }
    }

    /// <summary>Reads a scalar by the YAML 1.2 core schema. Quoted, it is always text.</summary>
    private static Literal ReadLiteral(YamlScalar scalar)
    {
        if (scalar.IsNull) return Literal.Null;
        if (scalar.Boolean is { } boolean) return boolean ? Literal.True : Literal.False;
        return (scalar.IsPlain ? Literal.TryNumber(scalar.Text) : null) ?? Literal.String(scalar.Text);
    }

    private static Condition? Unreadable(FieldReader rule, YamlNode at, string message)
    {
        rule.Report(FaultKind.UnreadableCondition, at.Place, message);
        return null;
    }
}
