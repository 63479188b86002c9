using System.Globalization;
using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>
/// Writes what a decision holds as lines, which <c>DecisionData</c> reads: a word, and mostly a text after a space. The lines have one order,
/// in which what may be missing is left out and what there are several of is repeated. Id and link are not in it: they are constants.
/// </summary>
/// <remarks>
/// Quotes and characters that cannot be seen are escaped, so the lines are a verbatim string literal of C# as they are, in every version
/// of the language.
/// </remarks>
internal sealed class DecisionDataWriter
{
    private readonly StringBuilder _lines;

    private DecisionDataWriter(StringBuilder lines) => _lines = lines;

    /// <summary>Writes the lines of a decision, with <c>\n</c> between them.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="lines">Receives them.</param>
    public static void Write(DecisionPolicy decision, StringBuilder lines)
    {
        new DecisionDataWriter(lines).Add(decision);
        lines.Length--;
    }

    private void Add(DecisionPolicy decision)
    {
        if (decision.Pack is { } pack)
        {
            Add("pack", pack.Id);
            Add("version", pack.Version);
        }
        Add("title", decision.Title);
        Add("status", decision.Status.Word());
        if (decision.Date is { } date) Add("date", date.InWords());
        if (decision.Because is not null) Add("because", decision.Because);
        AddAll("instead", decision.Instead);
        AddAll("allows", decision.Allows);
        if (decision.Revisit is { } revisit)
        {
            Add("revisit", revisit.By?.InWords());
            AddAll("when", revisit.When);
        }
        foreach (var amendment in decision.Amendments)
        {
            Add("amendment", amendment.Date?.InWords());
            Add("change", amendment.Change);
        }
        AddAll("alias", decision.Aliases);
        AddAll("tag", decision.Tags);
        AddAll("decision-maker", decision.DecisionMakers);
        AddAll("supersedes", decision.Supersedes);
        AddAll("superseded-by", decision.SupersededBy);
        foreach (var rule in decision.Rules) Add(rule);
        foreach (var waiver in decision.Waivers)
        {
            Add("waiver", waiver.Rule);
            AddAll("environment", waiver.Environments);
            Add("until", waiver.Until.InWords());
            Add("because", waiver.Because);
            if (waiver.Key is not null) Add("key", waiver.Key);
            if (waiver.From is { } from) Add("from", from.InWords());
        }
    }

    private void Add(Rule rule)
    {
        switch (rule)
        {
            case ConfigurationRule configuration:
                Add("configuration", configuration.Key.Text);
                Add(configuration.Verb == Verb.Forbid ? "forbid" : "require");
                Add(configuration.Condition);
                AddReason(rule);
                AddAll("except", configuration.Except, key => key.Text);
                AddAll("environment", configuration.Environments);
                foreach (var when in configuration.When)
                {
                    Add("when", when.Key.Text);
                    Add(when.Condition);
                }
                break;
            case EndpointRule endpoint:
                Add("endpoint", endpoint.Subject);
                AddReason(rule);
                AddAll("except", endpoint.Except, each => each.Text);
                AddAll("except-type", endpoint.ExceptTypes, type => type.Text);
                AddAll("environment", endpoint.Environments);
                break;
            case SymbolRule symbol:
                Add("symbol", symbol.Subject);
                AddReason(rule);
                AddAll("except", symbol.Except, each => each.Text);
                AddAll("project", symbol.Projects);
                break;
            case CodeRule code:
                Add(code is LiteralRule ? "literal" : "package", code.Subject);
                AddReason(rule);
                AddAll("project", code.Projects);
                break;
            default:
                throw new NotSupportedException($"A rule of type {rule.GetType().Name} cannot be written as data.");
        }
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case InCondition any:
                Add("in");
                foreach (var literal in any.Literals) Add(literal);
                break;
            case LikeCondition like:
                Add("like");
                AddAll("glob", like.Globs, glob => glob.Pattern);
                break;
            case PresentCondition present: Add(present.Expected ? "present" : "absent"); break;
            case AtLeastCondition least: Add("at-least", least.Bound.ToString(CultureInfo.InvariantCulture)); break;
            case AtMostCondition most: Add("at-most", most.Bound.ToString(CultureInfo.InvariantCulture)); break;
            case SameOriginCondition same: Add("same-origin-as", same.Other.Text); break;
            case RouteToCondition route:
                Add("route-to");
                AddAll("glob", route.Globs, glob => glob.Pattern);
                break;
            case AllCondition all:
                Add("all");
                foreach (var each in all.Conditions) Add(each);
                Add("end");
                break;
            default: throw new NotSupportedException($"A condition of type {condition.GetType().Name} cannot be written as data.");
        }
    }

    private void Add(Literal literal)
    {
        switch (literal.Kind)
        {
            case LiteralKind.Null: Add("null"); break;
            case LiteralKind.Boolean: Add(literal.Text); break;
            case LiteralKind.Number: Add("number", literal.Text); break;
            default: Add("text", literal.Text); break;
        }
    }

    private void AddReason(Rule rule)
    {
        if (rule.Because is not null) Add("because", rule.Because);
        if (rule.WaivableDays is { } days) Add("waivable", days.ToString(CultureInfo.InvariantCulture));
    }

    private void AddAll(string word, ValueList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++) Add(word, texts[i]);
    }

    private void AddAll<T>(string word, ValueList<T> items, Func<T, string> text)
    {
        for (var i = 0; i < items.Count; i++) Add(word, text(items[i]));
    }

    private void Add(string word, string? text = null)
    {
        _lines.Append(word);
        if (text is not null) AddEscaped(text);
        _lines.Append('\n');
    }

    private void AddEscaped(string text)
    {
        _lines.Append(' ');
        for (var start = 0; ;)
        {
            var at = FirstOdd(text, start);
            _lines.Append(text, start, at - start);
            if (at == text.Length) return;
            if (text[at] == '\\') _lines.Append(@"\\");
            else _lines.Append(InvisibleCharacter.EscapeAt(text, at));
            start = at + InvisibleCharacter.LengthAt(text, at);
        }
    }

    private static int FirstOdd(string text, int start)
    {
        for (var at = start; at < text.Length; at += InvisibleCharacter.LengthAt(text, at))
        {
            if (text[at] is '"' or '\\') return at;
            if (text[at] is >= ' ' and <= '~') continue;
            if (InvisibleCharacter.IsAt(text, at) && !InvisibleCharacter.IsExpectedAt(text, at)) return at;
        }
        return text.Length;
    }
}
