#if NET
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>Reads a decision from the data that generated code holds.</summary>
/// <remarks>
/// An initialiser would have to be compiled when a decision is first used, for each record anew. This is compiled once, and ahead of time.
/// A later version reads what an earlier one has written.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecisionData
{
    /// <summary>Reads a decision.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="link">Where its record can be read.</param>
    /// <param name="data">The rest, as the generator writes it.</param>
    /// <exception cref="FormatException">The data is of another version, or was changed.</exception>
    public static DecisionPolicy Read(string id, string link, string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var lines = new Lines(data);
        var decision = new DecisionPolicy
        {
            Id = id,
            Link = link,
            Pack = lines.Take("pack") is { } pack ? new(pack, lines.Need("version")) : null,
            Title = lines.Need("title"),
            Status = StatusOf(lines.Need("status")),
            Date = lines.TakeDay("date"),
            Because = lines.Take("because"),
            Instead = lines.TakeAll("instead"),
            Allows = lines.TakeAll("allows"),
            Revisit = RevisitIn(ref lines),
            Amendments = AmendmentsIn(ref lines),
            Aliases = lines.TakeAll("alias"),
            Tags = lines.TakeAll("tag"),
            DecisionMakers = lines.TakeAll("decision-maker"),
            Supersedes = lines.TakeAll("supersedes"),
            SupersededBy = lines.TakeAll("superseded-by"),
            Rules = RulesIn(ref lines),
            Waivers = WaiversIn(ref lines),
        };
        return lines.IsAtEnd ? decision : throw lines.Unexpected();
    }

    private static DecisionStatus StatusOf(string word) => word switch
    {
        "proposed" => DecisionStatus.Proposed,
        "accepted" => DecisionStatus.Accepted,
        "rejected" => DecisionStatus.Rejected,
        "deprecated" => DecisionStatus.Deprecated,
        "superseded" => DecisionStatus.Superseded,
        _ => DecisionStatus.Unknown,
    };

    private static Revisit? RevisitIn(ref Lines lines) =>
        lines.Take("revisit") is { } by ? new(by.Length == 0 ? null : DayOf(by), lines.TakeAll("when")) : null;

    private static ValueList<Amendment> AmendmentsIn(ref Lines lines)
    {
        List<Amendment>? amendments = null;
        while (lines.Take("amendment") is { } date)
        {
            (amendments ??= []).Add(new(date.Length == 0 ? null : DayOf(date), lines.Need("change")));
        }
        return ListOf(amendments);
    }

    private static ValueList<Waiver> WaiversIn(ref Lines lines)
    {
        List<Waiver>? waivers = null;
        while (lines.Take("waiver") is { } rule)
        {
            var waiver = new Waiver(rule, lines.TakeAll("environment"), DayOf(lines.Need("until")), lines.Need("because"))
            {
                Key = lines.Take("key"), From = lines.TakeDay("from"),
            };
            (waivers ??= []).Add(waiver);
        }
        return ListOf(waivers);
    }

    private static ValueList<Rule> RulesIn(ref Lines lines)
    {
        List<Rule>? rules = null;
        while (RuleIn(ref lines) is { } rule) (rules ??= []).Add(rule);
        return ListOf(rules);
    }

    private static Rule? RuleIn(ref Lines lines)
    {
        if (lines.Take("configuration") is { } key)
        {
            var verb = lines.Take("forbid") is not null ? Verb.Forbid : lines.Take("require") is not null ? Verb.Require : throw lines.Unexpected();
            return new ConfigurationRule(key, verb, ConditionIn(ref lines) ?? throw lines.Unexpected())
            {
                Because = lines.Take("because"),
                WaivableDays = lines.TakeNumber("waivable"),
                Except = Parsed(lines.TakeAll("except"), KeyPattern.Parse),
                Environments = lines.TakeAll("environment"),
                When = PreconditionsIn(ref lines),
            };
        }
        if (lines.Take("endpoint") is { } endpoint)
        {
            return new EndpointRule(endpoint)
            {
                Because = lines.Take("because"),
                WaivableDays = lines.TakeNumber("waivable"),
                Except = Parsed(lines.TakeAll("except"), EndpointPattern.Parse),
                ExceptTypes = Parsed(lines.TakeAll("except-type"), SymbolId.Parse),
                Environments = lines.TakeAll("environment"),
            };
        }
        if (lines.Take("symbol") is { } symbol)
        {
            return new SymbolRule(symbol)
            {
                Because = lines.Take("because"),
                WaivableDays = lines.TakeNumber("waivable"),
                Except = Parsed(lines.TakeAll("except"), SymbolId.Parse),
                Projects = lines.TakeAll("project"),
            };
        }
        if (lines.Take("literal") is { } literal)
        {
            return new LiteralRule(literal)
            {
                Because = lines.Take("because"), WaivableDays = lines.TakeNumber("waivable"), Projects = lines.TakeAll("project"),
            };
        }
        return lines.Take("package") is { } package
            ? new PackageRule(package)
            {
                Because = lines.Take("because"), WaivableDays = lines.TakeNumber("waivable"), Projects = lines.TakeAll("project"),
            }
            : null;
    }

    private static ValueList<Precondition> PreconditionsIn(ref Lines lines)
    {
        List<Precondition>? all = null;
        while (lines.Take("when") is { } key) (all ??= []).Add(new(key, ConditionIn(ref lines) ?? throw lines.Unexpected()));
        return ListOf(all);
    }

    private static Condition? ConditionIn(ref Lines lines)
    {
        if (lines.Take("in") is not null) return new InCondition(LiteralsIn(ref lines));
        if (lines.Take("like") is not null) return new LikeCondition(Parsed(lines.TakeAll("glob"), Glob.Parse));
        if (lines.Take("present") is not null) return new PresentCondition(true);
        if (lines.Take("absent") is not null) return new PresentCondition(false);
        if (lines.Take("at-least") is { } least) return new AtLeastCondition(decimal.Parse(least, CultureInfo.InvariantCulture));
        if (lines.Take("at-most") is { } most) return new AtMostCondition(decimal.Parse(most, CultureInfo.InvariantCulture));
        if (lines.Take("same-origin-as") is { } key) return new SameOriginCondition(KeyPattern.Parse(key));
        if (lines.Take("route-to") is not null) return new RouteToCondition(Parsed(lines.TakeAll("glob"), Glob.Parse));
        if (lines.Take("all") is null) return null;
        var all = new List<Condition>();
        while (lines.Take("end") is null) all.Add(ConditionIn(ref lines) ?? throw lines.Unexpected());
        return new AllCondition(ListOf(all));
    }

    private static ValueList<Literal> LiteralsIn(ref Lines lines)
    {
        List<Literal>? literals = null;
        while (LiteralIn(ref lines) is { } literal) (literals ??= []).Add(literal);
        return ListOf(literals);
    }

    private static Literal? LiteralIn(ref Lines lines)
    {
        if (lines.Take("true") is not null) return Literal.True;
        if (lines.Take("false") is not null) return Literal.False;
        if (lines.Take("null") is not null) return Literal.Null;
        if (lines.Take("number") is { } number) return Literal.Number(number);
        return lines.Take("text") is { } text ? Literal.String(text) : null;
    }

    private static ValueList<T> Parsed<T>(ValueList<string> texts, Func<string, T> parse) where T : class
    {
        if (texts.Count == 0) return ValueList<T>.Empty;
        var parsed = new T[texts.Count];
        for (var i = 0; i < parsed.Length; i++) parsed[i] = parse(texts[i]);
        return new(parsed);
    }

    private static ValueList<T> ListOf<T>(List<T>? items) where T : class => items is null ? ValueList<T>.Empty : new([.. items]);

    // yyyy-MM-dd
    private static DateOnly DayOf(string text) => new(NumberIn(text, 0, 4), NumberIn(text, 5, 2), NumberIn(text, 8, 2));

    private static int NumberIn(string text, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++) number = (number * 10) + (text[i] - '0');
        return number;
    }

    // The lines that are not read yet.
    private ref struct Lines(string data)
    {
        private ReadOnlySpan<char> _rest = data;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public readonly FormatException Unexpected()
        {
            var end = _rest.IndexOf('\n');
            var line = DisplayText.Neutralise((end < 0 ? _rest : _rest[..end]).ToString());
            return new($"The data of a decision was not written by this version: '{line}' is not expected.");
        }

        public string Need(string word) => Take(word) ?? throw Unexpected();

        public DateOnly? TakeDay(string word) => Take(word) is { } text ? DayOf(text) : null;

        public int? TakeNumber(string word) => Take(word) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

        public ValueList<string> TakeAll(string word)
        {
            if (Take(word) is not { } first) return ValueList<string>.Empty;
            if (Take(word) is not { } second) return new([first]);
            var texts = new List<string> { first, second };
            while (Take(word) is { } text) texts.Add(text);
            return new([.. texts]);
        }

        // The text of the next line if it has this word, and then it is read.
        public string? Take(string word)
        {
            if (!_rest.StartsWith(word, StringComparison.Ordinal)) return null;
            var end = _rest.IndexOf('\n');
            if (end < 0) end = _rest.Length;
            if (end > word.Length && _rest[word.Length] != ' ') return null;
            var text = end > word.Length ? _rest[(word.Length + 1)..end] : [];
            _rest = end < _rest.Length ? _rest[(end + 1)..] : [];
            return text.Contains('\\') ? Unescaped(text) : text.ToString();
        }

        // A backslash comes before another one, or before the code of a character: four digits after a 'u', eight after a 'U'.
        private static string Unescaped(ReadOnlySpan<char> text)
        {
            var unescaped = new StringBuilder(text.Length);
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] != '\\') unescaped.Append(text[at]);
                else if (text[++at] is 'u' or 'U')
                {
                    var digits = text[at] == 'u' ? 4 : 8;
                    var code = int.Parse(text.Slice(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    // Half a pair is a character here, too.
                    if (digits == 4) unescaped.Append((char)code);
                    else unescaped.Append(char.ConvertFromUtf32(code));
                    at += digits;
                }
                else unescaped.Append(text[at]);
            }
            return unescaped.ToString();
        }
    }
}
#endif
