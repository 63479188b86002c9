namespace DecisionPolicies.Records;

/// <summary>Reads a condition: a scalar means equals, a list means any of, a mapping holds operators.</summary>
internal static class ConditionReader
{
    private static readonly string[] _operators = ["equals", "in", "like", "present", "at-least", "at-most", "same-origin-as"];

    private const string LeftOpen = "Nothing is written here. Write a value, or 'null' if that is meant.";

    public static Condition? Read(YamlNode node, FieldReader rule) => node switch
    {
        YamlScalar { IsLeftOpen: true } => Unreadable(rule, node, LeftOpen),
        YamlScalar scalar => Condition.EqualTo(ReadLiteral(scalar)),
        YamlSequence sequence => ReadList(sequence, rule),
        YamlMapping mapping => ReadOperators(mapping, rule),
        _ => null,
    };

    private static Condition? ReadList(YamlSequence sequence, FieldReader rule)
    {
        if (sequence.Items.Count == 0 || !sequence.Items.All(item => item is YamlScalar))
        {
            return Unreadable(rule, sequence, "A list of values needs at least one, and each must be a single value.");
        }
        return Condition.In([.. sequence.Items.Cast<YamlScalar>().Select(ReadLiteral)]);
    }

    private static Condition? ReadPatterns(YamlNode node, FieldReader rule)
    {
        var items = node is YamlSequence list ? list.Items : [node];
        var patterns = items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Text.Trim()).Where(pattern => pattern.Length > 0).ToArray();
        return patterns.Length > 0 && patterns.Length == items.Count
            ? Condition.Like(patterns)
            : Unreadable(rule, node, "'like' expects a pattern, or a list of them.");
    }

    private static Condition? ReadOperators(YamlMapping mapping, FieldReader rule)
    {
        if (mapping.Entries.Count == 0) return Unreadable(rule, mapping, $"The condition is empty. Operators are: {string.Join(", ", _operators)}.");
        var conditions = new List<Condition>();
        foreach (var entry in mapping.Entries)
        {
            if (ReadOperator(entry, rule) is not { } condition) return null;
            conditions.Add(condition);
        }
        return conditions.Count == 1 ? conditions[0] : Condition.All([.. conditions]);
    }

    private static Condition? ReadOperator(YamlEntry entry, FieldReader rule)
    {
        if (!_operators.Contains(entry.Key.Text))
        {
            return Unreadable(rule, entry.Key, $"There is no operator '{entry.Key.Text}'. Operators are: {string.Join(", ", _operators)}.");
        }
        if (entry.Key.Text == "in")
        {
            return entry.Value is YamlSequence list ? ReadList(list, rule) : Unreadable(rule, entry.Value, "'in' expects a list.");
        }
        if (entry.Key.Text == "like") return ReadPatterns(entry.Value, rule);
        if (entry.Value is not YamlScalar scalar)
        {
            return Unreadable(rule, entry.Value, $"'{entry.Key.Text}' expects a single value, and this is {entry.Value.Description}.");
        }
        if (scalar.IsLeftOpen) return Unreadable(rule, entry.Key, LeftOpen);
        switch (entry.Key.Text)
        {
            case "equals":
                return Condition.EqualTo(ReadLiteral(scalar));
            case "present":
                return scalar.Boolean is { } expected
                    ? Condition.Present(expected)
                    : Unreadable(rule, scalar, "'present' expects true or false.");
            case "at-least" or "at-most":
                if (!NumberText.TryParse(scalar.Text, out var bound)) return Unreadable(rule, scalar, $"'{entry.Key.Text}' expects a number.");
                return entry.Key.Text == "at-least" ? Condition.AtLeast(bound) : Condition.AtMost(bound);
            default:
                if (scalar.IsNull) return Unreadable(rule, scalar, "'same-origin-as' expects a key.");
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
