namespace DecisionPolicies.Generator.Governed;

/// <summary>Writes <c>ValidateDecisions()</c> for an options class.</summary>
internal sealed class ValidateDecisionsSource
{
    /// <summary>The name of the extension method.</summary>
    public const string MethodName = "ValidateDecisions";

    private const string Runtime = "global::DecisionPolicies.Governed.";
    private const string Builder = "global::Microsoft.Extensions.Options.OptionsBuilder";

    private readonly SourceWriter _source = new();
    private readonly List<GovernedValue> _enumerations = [];
    private readonly List<(KeyPattern Key, bool AndBelow)> _keys;

    private ValidateDecisionsSource(List<(KeyPattern Key, bool AndBelow)> keys) => _keys = keys;

    /// <summary>The hint name of the source. Two may not differ by case alone.</summary>
    /// <param name="type">The options class.</param>
    /// <param name="all">The full names of all of them, in order.</param>
    public static string HintName(GovernedType type, ValueList<string> all)
    {
        var alike = all.Where(name => string.Equals(name, type.FullName, StringComparison.OrdinalIgnoreCase)).ToList();
        var number = alike.IndexOf(type.FullName);
        return $"{type.FullName}.{(number > 0 ? $"{number + 1}." : "")}{MethodName}.g.cs";
    }

    /// <summary>The class with the extension method.</summary>
    public static string Of(GovernedType type, IEnumerable<EnforcedRecord> records, Target target)
    {
        var judged = records
            .Select(record => (record.Name, Rules: record.Rules.Select((rule, place) => (rule, place)).Where(r => IsJudged(type, r.rule)).ToList()))
            .Where(record => record.Rules.Count > 0)
            .ToList();
        var keys = judged.SelectMany(record => record.Rules).SelectMany(r => GovernedRules.KeysRead((ConfigurationRule)r.rule)).Distinct().ToList();
        var decisions = judged.Select(record =>
            $"new {Runtime}GovernedDecision({target.DecisionsClass}.{CSharp.Names(record.Name)}, {string.Join(", ", record.Rules.Select(r => r.place))}),");
        var source = new ValidateDecisionsSource(keys);
        source.WriteType(type, [.. decisions], type.IsPublic ? target.Visibility : "internal");
        return source._source.Finish();
    }

    private static bool IsJudged(GovernedType type, Rule rule) =>
        rule is ConfigurationRule configuration && GovernedRules.Of(type, configuration).Kind == RuleAnswerKind.Judged;

    private void WriteType(GovernedType type, IReadOnlyList<string> decisions, string visibility)
    {
        _source.BeginFile();
        if (type.Namespace.Length > 0) _source.Open($"namespace {CSharp.Names(type.Namespace)}");
        var section = type.Section.Length == 0 ? "the root of the configuration" : $"<c>{XmlDoc.Text(type.Section)}</c>";
        _source.Line($"/// <summary>Validates <see cref=\"{type.Code}\"/> against decisions.</summary>");
        _source.Open($"{visibility} static class {type.Validation}");
        _source.Line($"/// <summary>Validates the options, after all configuration, against the decisions about {section}.</summary>");
        if (decisions.Count == 0) _source.Line("/// <remarks>No decision applies at present.</remarks>");
        _source.Line("/// <param name=\"builder\">The builder of the options.</param>");
        _source.Line("/// <returns>The builder.</returns>");
        _source.Line($"public static {Builder}<{type.Code}> {MethodName}(this {Builder}<{type.Code}> builder) =>").Indent();
        _source.Line($"{Runtime}GovernedOptions.Validate(builder, {CSharp.Text(type.Section)}, new {Runtime}GovernedDecision[]").Line("{").Indent();
        foreach (var decision in decisions) _source.Line(decision);
        _source.Outdent().Line("}, static (node, options) =>").Line("{").Indent();
        WriteProperties(GovernedPlace.Of(type), 0);
        _source.Outdent().Line("});").Outdent();
        for (var i = 0; i < _enumerations.Count; i++) WriteNames(_enumerations[i], i);
        _source.Close();
        if (type.Namespace.Length > 0) _source.Close();
    }

    private void WriteProperties(GovernedPlace place, int depth)
    {
        foreach (var (property, below) in place.Properties().Where(property => IsRead(property.Place)))
        {
            var holder = property.HiddenIn is null ? Options(depth) : $"(({property.HiddenIn}){Options(depth)})";
            WriteValue($"{Node(depth)}[{CSharp.Text(property.Key)}].", $"{holder}.{CSharp.Name(property.Name)}", below, depth, ";");
        }
    }

    private void WriteValue(string node, string value, GovernedPlace place, int depth, string end)
    {
        var (inner, innerValue) = (Node(depth + 1), Options(depth + 1));
        var type = place.Value;
        switch (type.Kind)
        {
            case var _ when !IsFollowed(place):
                _source.Line($"{node}Something({value}){end}");
                break;
            case GovernedKind.Enumeration:
                var number = NumberOf(type);
                _source.Line(type.IsFlags ? $"{node}Flagged({value}, NameOf{number}, FlagsIn{number}){end}" : $"{node}Named({value}, NameOf{number}){end}");
                break;
            case GovernedKind.Text or GovernedKind.Boolean or GovernedKind.Uri or GovernedKind.Bytes:
                _source.Line($"{node}Value({value}){end}");
                break;
            case GovernedKind.Number or GovernedKind.TimeSpan or GovernedKind.Guid or GovernedKind.Character:
                _source.Line($"{node}Formatted({value}){end}");
                break;
            case GovernedKind.Items or GovernedKind.Entries:
                _source.Line($"{node}{type.Kind}{type.Arguments}({value}, static ({inner}, {innerValue}) =>").Indent();
                WriteValue(inner + ".", innerValue, place.Element(), depth + 1, ")" + end);
                _source.Outdent();
                break;
            case GovernedKind.Object:
                var cast = type.IsStructure ? $"({type.Type}?)" : "";
                _source.Line($"{node}Object({cast}{value}, static ({inner}, {innerValue}) =>").Line("{").Indent();
                WriteProperties(place, depth + 1);
                _source.Outdent().Line("})" + end);
                break;
        }
    }

    // Whether a rule is about the content. For anything else in a collection, a rule may ask whether it is present.
    private bool IsFollowed(GovernedPlace place) => place.Value.Kind switch
    {
        GovernedKind.Unknown => false,
        GovernedKind.Object => _keys.Any(read => place.ReachOf(read.Key).HasFlag(KeyReach.Below)),
        _ => true,
    };

    private bool IsRead(GovernedPlace place)
    {
        var mayBeBelow = false;
        foreach (var (key, andBelow) in _keys)
        {
            var reach = place.ReachOf(key);
            if (andBelow && reach.HasFlag(KeyReach.Above)) return true;
            if (reach.HasFlag(KeyReach.Key) && (IsScalar(place.Value) || (andBelow && place.Value.Element is not null))) return true;
            mayBeBelow |= reach.HasFlag(KeyReach.Below);
        }
        return mayBeBelow && place.Below().Any(IsRead);
    }

    private static bool IsScalar(GovernedValue value) =>
        value.Kind is not (GovernedKind.Unknown or GovernedKind.Object or GovernedKind.Items or GovernedKind.Entries);

    private int NumberOf(GovernedValue type)
    {
        var known = _enumerations.FindIndex(other => other.Type == type.Type);
        if (known < 0) _enumerations.Add(type);
        return known < 0 ? _enumerations.Count - 1 : known;
    }

    // Generated, because the framework finds names by reflection.
    private void WriteNames(GovernedValue type, int number)
    {
        _source.Line().Line($"private static string NameOf{number}({type.Type} value) => value switch").Line("{").Indent();
        var members = type.Members.Where(member => member.Name == member.SameAs).ToList();
        foreach (var member in members) _source.Line($"{member.Code} => {CSharp.Text(member.Name)},");
        _source.Line("_ => value.ToString(),").Outdent().Line("};");
        if (!type.IsFlags) return;
        // Every value contains the member that is zero; the value that is zero has its name.
        _source.Line().Line($"private static string FlagsIn{number}({type.Type} value) => string.Concat(new string[]").Line("{").Indent();
        foreach (var member in members) _source.Line($"{member.Code} != 0 && value.HasFlag({member.Code}) ? {CSharp.Text(member.Name + ",")} : \"\",");
        _source.Outdent().Line("});");
    }

    private static string Node(int depth) => depth == 0 ? "node" : "node" + depth;

    private static string Options(int depth) => depth == 0 ? "options" : "value" + depth;
}
