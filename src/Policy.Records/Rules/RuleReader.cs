namespace DecisionPolicies.Records;

/// <summary>Reads the rules of a record. A rule that cannot be fully understood is a fault; it is never dropped silently.</summary>
internal static class RuleReader
{
    public const string Configuration = "configuration";
    public const string Endpoint = "endpoint";
    public const string Symbol = "symbol";
    public const string Literal = "literal";
    public const string Package = "package";
    public const string Forbid = "forbid";
    public const string Require = "require";
    public const string Waivable = "waivable";

    // The possible subjects of a rule, with the keys of a rule about each.
    private static readonly Dictionary<string, string[]> _keys = new(StringComparer.Ordinal)
    {
        [Configuration] = ConfigurationRuleReader.Keys,
        [Endpoint] = [Endpoint, "except", "environments", "because", Waivable],
        [Symbol] = [Symbol, "except", "projects", "because", Waivable],
        [Literal] = [Literal, "projects", "because", Waivable],
        [Package] = [Package, "projects", "because", Waivable],
    };

    private static readonly string[] _subjects = [.. _keys.Keys];

    // What shows that a list holds rules of this library, and not those of another tool.
    private static readonly string[] _verbs = [Forbid, Require];

    /// <summary>Whether the record states rules, however they are written. Another tool may keep something else under the same key.</summary>
    /// <param name="front">The record's fields.</param>
    public static bool HasRules(FieldReader front) => IsOurs(front.Node(FieldNames.Rules));

    /// <summary>Whether a value under <c>rules</c> holds rules of this library: an item has one of the subjects, or a verb.</summary>
    /// <param name="value">The value, or null.</param>
    public static bool IsOurs(YamlNode? value) => value switch
    {
        YamlSequence list => list.Items.Any(IsOurs),
        YamlMapping mapping => HasOurKey(mapping) || mapping.Entries.Any(entry => IsOurs(entry.Value)),
        // A list after '|', or in quotes, is text to YAML.
        YamlScalar text => RulesText.HasItem(text.Text),
        _ => false,
    };

    /// <summary>Whether an item of a list demands something, as only a rule does.</summary>
    /// <param name="list">The list.</param>
    public static bool HasDemand(YamlSequence list) => list.Items.Any(item => item is YamlMapping mapping
        && mapping.Entries.Any(entry => _verbs.Contains(entry.Key.Text) || entry.Key.Text is Configuration or Endpoint));

    private static bool HasOurKey(YamlMapping mapping) => mapping.Entries.Any(entry =>
        _verbs.Contains(entry.Key.Text, StringComparer.OrdinalIgnoreCase) || Spelling.Nearest(entry.Key.Text, _subjects) is not null);

    /// <summary>Reads the rules and their places.</summary>
    public static ValueList<Rule> ReadAll(FieldReader front, List<RulePlaces> places)
    {
        // archgate writes a boolean here: whether there is a rules file beside the record.
        var node = front.Node(FieldNames.Rules);
        if (node is null or YamlScalar { Boolean: not null } or YamlSequence { Items.Count: 0 }) return ValueList<Rule>.Empty;
        if (!IsOurs(node))
        {
            front.Report(FaultKind.WrongType, FieldNames.Rules,
                $"'{FieldNames.Rules}' does not hold rules of this library, so nothing in it is enforced. A rule has one of: {string.Join(", ", _subjects)}.");
            return ValueList<Rule>.Empty;
        }
        var rules = new List<Rule>();
        foreach (var entry in front.Mappings(FieldNames.Rules, FaultKind.UnreadableRule))
        {
            if (ReadWhole(entry) is not { } rule) continue;
            RuleCharacters.WarnOfMixedAlphabets(entry);
            rules.Add(rule);
            var subject = entry.PlaceOf(_subjects)!.Value;
            places.Add(new(subject, entry.PlaceOf(Forbid, Require) ?? subject));
        }
        return rules.ToValueList();
    }

    private static Rule? ReadWhole(FieldReader rule)
    {
        var faults = rule.FaultCount;
        var read = RuleCharacters.ReportInvisible(rule, RuleCharacters.KindOf) ? null : Read(rule);
        if (rule.FaultCount == faults) return read;
        // Even a fault that is only a warning leaves out a part of the rule.
        if (!rule.HasErrorSince(faults))
        {
            rule.Report(FaultKind.UnreadableRule, rule.Place, "Part of this rule cannot be read, so the rule would not do what it says.");
        }
        return null;
    }

    private static Rule? Read(FieldReader rule)
    {
        var subjects = rule.Entries.Where(e => _keys.ContainsKey(e.Key.Text)).ToList();
        if (subjects.Count > 1)
        {
            rule.Report(FaultKind.UnreadableRule, subjects[1].Key.Place,
                $"The rule has two subjects, '{subjects[0].Key.Text}' and '{subjects[1].Key.Text}'. Write two rules.");
            return null;
        }
        var keys = subjects.Count == 0 ? [.. _keys.Values.SelectMany(each => each).Distinct()] : _keys[subjects[0].Key.Text];
        if (rule.Entries.FirstOrDefault(e => !keys.Contains(e.Key.Text)) is { } unknown)
        {
            var owner = subjects.Count == 0 || subjects[0].Key.Text == Configuration ? "a rule" : $"a rule about '{subjects[0].Key.Text}'";
            rule.ReportUnknown(FaultKind.UnreadableRule, unknown.Key, owner, keys);
            return null;
        }
        if (subjects.Count == 0)
        {
            rule.Report(FaultKind.UnreadableRule, rule.Place,
                $"The rule does not have a subject. Write one, as in 'configuration: Queue:Count'. Subjects: {string.Join(", ", _subjects)}.");
            return null;
        }
        if (subjects[0].Value is YamlScalar { IsNull: true })
        {
            rule.Report(FaultKind.UnreadableRule, subjects[0].Key.Place, EmptySubject(subjects[0].Key.Text));
            return null;
        }
        return ReadSubject(rule, subjects[0].Key.Text) is { } read ? read with { WaivableDays = WaivableReader.Read(rule) } : null;
    }

    private static Rule? ReadSubject(FieldReader rule, string subject) => subject switch
    {
        Endpoint => ReadEndpoint(rule),
        Symbol => ReadSymbol(rule),
        Literal => ReadText(rule, Literal) is { } text ? new LiteralRule(text) { Because = rule.Text("because"), Projects = ReadProjects(rule) } : null,
        Package => ReadPackage(rule),
        _ => ConfigurationRuleReader.Read(rule),
    };

    private static EndpointRule? ReadEndpoint(FieldReader rule)
    {
        if (ReadText(rule, Endpoint) is not { } text) return null;
        if (!EndpointPattern.TryParse(text, out var endpoint, out var fault)) return Unreadable<EndpointRule>(rule, Endpoint, fault);
        var except = new List<EndpointPattern>();
        var types = new List<SymbolId>();
        foreach (var other in rule.List("except"))
        {
            // A path alone proves nothing, so an exception may also name the type that an endpoint takes or the type that handles it.
            if (other.StartsWith("T:", StringComparison.Ordinal))
            {
                if (!SymbolId.TryParse(other, out var type, out fault)) return Unreadable<EndpointRule>(rule, "except", fault);
                types.Add(type);
                continue;
            }
            if (!EndpointPattern.TryParse(other, out var excepted, out fault)) return Unreadable<EndpointRule>(rule, "except", fault);
            except.Add(excepted);
        }
        return new(endpoint)
        {
            Because = rule.Text("because"),
            Except = except.ToValueList(),
            ExceptTypes = types.ToValueList(),
            Environments = rule.Environments(FaultKind.UnreadableRule),
        };
    }

    private static SymbolRule? ReadSymbol(FieldReader rule)
    {
        if (ReadText(rule, Symbol) is not { } text) return null;
        if (!SymbolId.TryParse(text, out var symbol, out var fault)) return Unreadable<SymbolRule>(rule, Symbol, fault);
        var except = new List<SymbolId>();
        foreach (var other in rule.List("except"))
        {
            if (!SymbolId.TryParse(other, out var excepted, out fault)) return Unreadable<SymbolRule>(rule, "except", fault);
            except.Add(excepted);
        }
        return new(symbol) { Because = rule.Text("because"), Except = except.ToValueList(), Projects = ReadProjects(rule) };
    }

    private static PackageRule? ReadPackage(FieldReader rule)
    {
        if (ReadText(rule, Package) is not { } id) return null;
        return id.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')
            ? new(id) { Because = rule.Text("because"), Projects = ReadProjects(rule) }
            : Unreadable<PackageRule>(rule, Package, $"'{id}' is not a package id. Write the id alone, as in 'package: Duende.IdentityServer.Configuration'.");
    }

    private static ValueList<string> ReadProjects(FieldReader rule)
    {
        var projects = rule.CommaList("projects");
        if (projects.Count == 0 && rule.PlaceOf("projects") is { } place)
        {
            rule.Report(FaultKind.UnreadableRule, place, "'projects' is empty. Name a project, as in 'projects: [Gateway]', or remove 'projects' to mean all.");
        }
        return projects;
    }

    private static string? ReadText(FieldReader rule, string name)
    {
        if (rule.Text(name) is not { } text) return null;
        if (text.Length == 0) rule.Report(FaultKind.UnreadableRule, name, EmptySubject(name));
        else if (PatternLimit.FaultOf(name, text) is { } fault) rule.Report(FaultKind.UnreadableKey, name, fault);
        else return text;
        return null;
    }

    private static string EmptySubject(string name) => $"'{name}' is empty. Write what the rule is about.";

    private static T? Unreadable<T>(FieldReader rule, string name, string fault) where T : class
    {
        rule.Report(FaultKind.UnreadableKey, name, fault);
        return null;
    }
}
