using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>
/// Identifies a finding across runs: the decision, the rule, the subject, the file and the part of it. Wording, lines, order and the current
/// folder are not part of it. Findings that share an identity are counted, not merged. A value that no record names is not part of it, not
/// even as a hash: it may be a secret that a reader can guess.
/// </summary>
internal static class FindingIdentity
{
    private const int Digits = 32;

    /// <summary>The identity as 32 hexadecimal digits.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="file">The file, relative to the repository, with forward slashes.</param>
    /// <param name="part">The part of the file, as in <c>ConfigMap/shop/gateway</c>; empty for the whole.</param>
    public static string Of(DecisionPolicy decision, Finding finding, string file, string part)
    {
        var text = string.Join("\n", decision.Id, Of(finding.Rule), finding.Key.ToUpperInvariant(), file, part);
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Take(Digits / 2).Select(each => each.ToString("x2", CultureInfo.InvariantCulture)));
    }

    // What the rule demands, in the record's own terms. Its reason, and where it applies, can change; it is still the same rule.
    private static string Of(ConfigurationRule rule) =>
        $"configuration {rule.Subject.ToUpperInvariant()} {(rule.Verb == Verb.Forbid ? "forbid" : "require")} "
        + $"{Of(rule.Condition)}{string.Concat(rule.When.Select(Of))}";

    private static string Of(Precondition when) => $" when {when.Key.Text.ToUpperInvariant()} {Of(when.Condition)}";

    private static string Of(Condition condition) => condition switch
    {
        InCondition any => $"in [{string.Join(",", any.Literals.Select(literal => $"{literal.Kind}:{literal.Text}"))}]",
        LikeCondition like => $"like [{string.Join(",", like.Globs.Select(glob => glob.Pattern))}]",
        PresentCondition present => present.Expected ? "present" : "absent",
        AtLeastCondition least => "at-least " + least.Bound.ToString(CultureInfo.InvariantCulture),
        AtMostCondition most => "at-most " + most.Bound.ToString(CultureInfo.InvariantCulture),
        RouteToCondition route => $"route-to [{string.Join(",", route.Globs.Select(glob => glob.Pattern))}]",
        SameOriginCondition same => "same-origin-as " + same.Other.Text.ToUpperInvariant(),
        AllCondition all => $"all [{string.Join(",", all.Conditions.Select(Of))}]",
        _ => throw new NotSupportedException($"{condition.GetType().Name} does not have an identity."),
    };
}
