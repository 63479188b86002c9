using System.Globalization;

namespace DecisionPolicies.Tool.Export;

/// <summary>
/// Exports conditions. Every operator is exported or refused here: one that is neither throws, which a test over all operators finds before a
/// user does.
/// </summary>
internal static class ConditionExport
{
    /// <summary>Exports a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="faults">Receives why a part of it cannot be exported. A test then leaves out what would meet the condition.</param>
    public static IReadOnlyList<ExportedTest> Of(Condition condition, ICollection<NotExported> faults)
    {
        switch (condition)
        {
            case AllCondition all:
                return [.. all.Conditions.SelectMany(each => Of(each, faults))];
            case InCondition any:
                return [Equality(any, faults)];
            case LikeCondition like:
                return Path(like, faults) is { } path ? [path] : [];
            case PresentCondition present:
                return [new PresenceTest(present.Expected)];
            case AtLeastCondition least:
                return Bound(least.Bound, faults) is { } lower ? [new LeastTest(lower)] : [];
            case AtMostCondition most:
                return Bound(most.Bound, faults) is { } upper ? [new MostTest(upper)] : [];
            case SameOriginCondition:
                faults.Add(new("'same-origin-as' compares URLs as .NET reads them, and an expression cannot."));
                return [];
            case RouteToCondition:
                faults.Add(new("'route-to' reads the value as a route, and an expression cannot."));
                return [];
            default:
                throw new NotSupportedException($"{condition.GetType().Name} is neither exported nor refused.");
        }
    }

    private static EqualityTest Equality(InCondition condition, ICollection<NotExported> faults)
    {
        var test = new EqualityTest();
        var texts = new List<string>();
        var names = new List<string>();
        var numbers = new List<long>();
        var negatives = new List<long>();
        foreach (var literal in condition.Literals)
        {
            switch (literal.Kind)
            {
                case LiteralKind.Null:
                    test = test with { IsNull = true };
                    break;
                case LiteralKind.Boolean:
                    texts.AddRange(literal.Spellings.Select(Expression.OfText));
                    if (literal.Equals(Literal.False)) test = test with { IsDefault = true };
                    break;
                case LiteralKind.Number:
                    if (Doubled(literal.Text, faults) is { } number) numbers.Add(number);
                    if (Number.ReadNegative(literal.Text)?.Exact is { } negative && WholeNumber.Doubled(negative) is { } other) negatives.Add(other);
                    break;
                case LiteralKind.String when literal.Text.Length == 0:
                    test = test with { IsEmpty = true };
                    break;
                case LiteralKind.String:
                    if (FaultOf(literal) is { } fault) faults.Add(fault);
                    if (!Expression.CanHold(literal.Text)) break;
                    texts.Add(Expression.OfText(literal.Text));
                    if (literal.IsName) names.Add(Expression.OfText(literal.Text));
                    if (DefaultText.Is(literal.Text)) test = test with { IsDefault = true };
                    break;
                default:
                    throw new NotSupportedException($"A literal of the kind {literal.Kind} is neither exported nor refused.");
            }
        }
        return test with
        {
            Text = texts.Count == 0 ? null : Expression.AnyOf(texts),
            Name = names.Count == 0 ? null : Expression.AnyOf(names),
            Numbers = numbers.ToValueList(),
            Negatives = numbers.Concat(negatives).ToValueList(),
        };
    }

    // Without the other spellings, a rule that requires the literal would reject some that it accepts, and one that forbids it would miss some.
    private static NotExported? FaultOf(Literal literal)
    {
        if (!Expression.CanHold(literal.Text)) return Beyond(literal.Text);
        return TypedText.SpellsTheSameAs(literal.Text) is null
            ? null
            : new(
                $"'{literal}' is a GUID, a time span, a date, a version or a URL, and an expression does not recognize its other spellings.",
                CanBeStricter: true);
    }

    private static PathTest? Path(LikeCondition condition, ICollection<NotExported> faults)
    {
        var own = condition.Globs.Select(FaultOf).OfType<NotExported>().ToList();
        if (own.Count == 0) return new(Expression.AnyOf([.. condition.Globs.Select(Expression.OfPath)]));
        faults.Add(own[0]);
        return null;
    }

    private static NotExported? FaultOf(Glob glob)
    {
        if (!Expression.CanHold(glob.Pattern)) return Beyond(glob.Pattern);
        if (glob.Pattern.Contains('?', StringComparison.Ordinal))
        {
            return new($"In the pattern '{glob}', '?' is one character of UTF-16, which other engines do not count.");
        }
        return glob.Pattern.Contains(Expression.LongS, StringComparison.Ordinal)
            ? new($"In the pattern '{glob}', '{Expression.LongS}' is an s in another case on some systems and not on others.")
            : null;
    }

    private static long? Doubled(string number, ICollection<NotExported> faults)
    {
        if (Number.Read(number)?.Exact is { } exact && WholeNumber.Doubled(exact) is { } doubled) return doubled;
        faults.Add(NotWhole(number));
        return null;
    }

    private static long? Bound(decimal bound, ICollection<NotExported> faults)
    {
        if (WholeNumber.Doubled(bound) is { } doubled) return doubled;
        faults.Add(NotWhole(bound.ToString(CultureInfo.InvariantCulture)));
        return null;
    }

    private static NotExported NotWhole(string number) =>
        new($"'{number}' is not a whole number of at most 15 digits, and engines compare other numbers in different ways.");

    private static NotExported Beyond(string text) => new($"'{text}' has a character beyond U+FFFF, which engines count in different ways.");
}
