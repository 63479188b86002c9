using System.Globalization;
using System.Text;

namespace DecisionPolicies.Records.Tests;

/// <summary>Writes a record as front matter, every value as a quoted scalar of YAML.</summary>
internal static class RecordWriter
{
    public static string Write(AdrRecord record)
    {
        var decision = record.Decision;
        var yaml = new StringBuilder("---\n");
        Field("id", decision.Id);
        Field("name", record.Name);
        Field("title", decision.Title);
        Field("status", decision.Status.Word());
        Field("date", decision.Date?.InWords());
        Field("link", decision.Link);
        Field("because", decision.Because);
        List("instead", decision.Instead);
        List("allows", decision.Allows);
        List("aliases", decision.Aliases);
        List("tags", decision.Tags);
        List("decision-makers", decision.DecisionMakers);
        List("supersedes", decision.Supersedes);
        List("superseded-by", decision.SupersededBy);
        if (decision.Revisit is { } revisit)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"revisit: {{ by: {Scalar(revisit.By?.InWords())}, when: {Flow(revisit.When)} }}\n");
        }
        Blocks("amendments", decision.Amendments.Select(a => $"date: {Scalar(a.Date?.InWords())}, change: {Scalar(a.Change)}"));
        Blocks("rules", decision.Rules.Cast<ConfigurationRule>().Select(Rule));
        Blocks("waivers", decision.Waivers.Select(
            w => $"rule: {Scalar(w.Rule)}, until: {Scalar(w.Until.InWords())}, because: {Scalar(w.Because)}, {Environments(w.Environments)}"));
        return yaml.Append("---\n").ToString();

        void Field(string name, string? value)
        {
            if (value is not null) yaml.Append(CultureInfo.InvariantCulture, $"{name}: {Scalar(value)}\n");
        }

        void List(string name, IEnumerable<string> values) => yaml.Append(CultureInfo.InvariantCulture, $"{name}: {Flow(values)}\n");

        void Blocks(string name, IEnumerable<string> mappings)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"{name}:\n");
            foreach (var mapping in mappings) yaml.Append(CultureInfo.InvariantCulture, $"  - {{ {mapping} }}\n");
        }
    }

    private static string Rule(ConfigurationRule rule)
    {
        var when = string.Join(", ", rule.When.Select(w => $"{Scalar(w.Key.Text)}: {ConditionOf(w.Condition)}"));
        var verb = rule.Verb.ToString().ToLowerInvariant();
        return $"configuration: {Scalar(rule.Key.Text)}, {verb}: {ConditionOf(rule.Condition)}, because: {Scalar(rule.Because)}, "
            + $"when: {{ {when} }}, {Named("except", rule.Except.Select(key => key.Text))}{Environments(rule.Environments)}";
    }

    private static string Environments(ValueList<string> names) => Named("environments", names);

    // Such a list, where it is there, names at least one.
    private static string Named(string field, IEnumerable<string> names) => names.Any() ? $"{field}: {Flow(names)}, " : "";

    private static string ConditionOf(Condition condition) => condition switch
    {
        InCondition { Literals.Count: 1 } equals => LiteralOf(equals.Literals[0]),
        InCondition any => $"[{string.Join(", ", any.Literals.Select(LiteralOf))}]",
        LikeCondition like => $"{{ like: {Flow(like.Globs.Select(glob => glob.ToString()))} }}",
        PresentCondition present => $"{{ present: {(present.Expected ? "true" : "false")} }}",
        AtLeastCondition bound => $"{{ at-least: {bound.Bound.ToString(CultureInfo.InvariantCulture)} }}",
        AtMostCondition bound => $"{{ at-most: {bound.Bound.ToString(CultureInfo.InvariantCulture)} }}",
        RouteToCondition route => $"{{ route-to: {Flow(route.Globs.Select(glob => glob.ToString()))} }}",
        SameOriginCondition same => $"{{ same-origin-as: {Scalar(same.Other.Text)} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string LiteralOf(Literal literal) => literal.Kind == LiteralKind.String ? Scalar(literal.Text) : literal.Text;

    private static string Flow(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Scalar))}]";

    // Null is the only value without quotes. Letters are written as they are, so that more than ASCII is read.
    private static string Scalar(string? text) => text is null ? "~" : string.Concat(text.Select(Escaped).Prepend("\"").Append("\""));

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= ' ' and <= '~' => c.ToString(),
        _ when char.IsLetterOrDigit(c) || char.IsSurrogate(c) => c.ToString(),
        _ => $"\\u{(int)c:X4}",
    };
}
