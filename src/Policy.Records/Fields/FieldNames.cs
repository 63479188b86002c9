namespace DecisionPolicies.Records;

/// <summary>The names of a record's fields, with the spellings that other tools and templates use.</summary>
internal static class FieldNames
{
    public const string Rules = "rules";

    public static readonly string[] Id = ["id", "adr", "number"];
    public static readonly string[] Date = ["date", "created", "updated"];
    public static readonly string[] DecisionMakers = ["decision-makers", "deciders"];
    public static readonly string[] SupersededBy = ["superseded-by", "superseded_by", "supersededBy", "x-superseded-by", "superseded by"];

    private static readonly string[] _likeRules = ["rule", "rules", "policy", "policies"];
    private static readonly char[] _brackets = ['[', '{'];

    // The names that this library reads, and so what a near miss probably means.
    private static readonly string[] _ours =
    [
        .. Id, .. Date, .. DecisionMakers, .. SupersededBy, "name", "title", "status", "link", "because", "instead", "allows",
        "revisit", "amendments", "aliases", "tags", "supersedes", Rules, "waivers",
    ];

    // Our names, and names that other tools use, or may use, and that are close to one of ours.
    private static readonly HashSet<string> _known = new(
        _ours.Concat(["files", "links", "tag", "related", "stage", "state", "teams", "roles", "rates", "tiles", "holes", "decided", "revised", "linked",
            "uid"]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports each field that differs by one or two slips from one of ours and does not belong to another tool.</summary>
    /// <param name="front">The record's fields.</param>
    public static void ReportMisspelled(FieldReader front)
    {
        foreach (var (key, value) in front.Entries.Select(entry => (entry.Key, entry.Value)))
        {
            if (string.Equals(key.Text, Rules, StringComparison.OrdinalIgnoreCase)) continue;
            var meant = _known.Contains(key.Text) ? null : Spelling.Nearest(key.Text, _ours);
            if (HoldsRules(key.Text, value))
            {
                var advice = meant == Rules
                    ? $"Unknown key '{key.Text}'. Did you mean '{Rules}'?"
                    : $"The key '{key.Text}' holds rules, which are read only under '{Rules}' at the top level.";
                front.Report(FaultKind.MisspelledRules, key.Place, advice);
            }
            else if (meant is not null && meant != Rules)
            {
                front.Report(FaultKind.MisspelledKey, key.Place, $"Unknown key '{key.Text}'. Did you mean '{meant}'?");
            }
        }
    }

    /// <summary>Whether a record holds rules of this library under a key where they are not read.</summary>
    /// <param name="front">The record's fields.</param>
    public static bool HasMisplacedRules(FieldReader front) =>
        front.Entries.Any(entry => !string.Equals(entry.Key.Text, Rules, StringComparison.OrdinalIgnoreCase) && HoldsRules(entry.Key.Text, entry.Value));

    // Under a key of another name, a package or a symbol may be anything; what a rule demands may not.
    private static bool HoldsRules(string key, YamlNode value) => value switch
    {
        YamlSequence list => (RuleReader.IsOurs(list) && (RuleReader.HasDemand(list) || IsLikeRules(key))) || list.Items.Any(item => HoldsRules("", item)),
        YamlMapping mapping => (IsLikeRules(key) && RuleReader.IsOurs(mapping)) || mapping.Entries.Any(entry => HoldsRules(entry.Key.Text, entry.Value)),
        // A line that slipped into the text above it.
        YamlScalar text when text.IsLiteral || text.IsFolded => RulesText.IsIn(text.Text),
        // "rules:[{symbol: …}]", without the space, is a key of this name.
        YamlScalar text when key.IndexOfAny(_brackets) > 0 => RulesText.IsIn($"{key}: {text.Text}"),
        // So is an item that is indented with other spaces than YAML's.
        YamlScalar when key.Length > 0 && !char.IsLetterOrDigit(key[0]) => RulesText.HasItem(key + ":"),
        _ => false,
    };

    private static bool IsLikeRules(string key) =>
        Spelling.Nearest(key, [Rules]) is not null || _likeRules.Any(end => key.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
