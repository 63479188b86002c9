using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>The labels of fields in prose, and the headings of sections that hold one, in the languages that are read without a setting.</summary>
internal static class FieldLabels
{
    /// <summary>The name of the field that holds the status.</summary>
    public const string Status = "status";

    /// <summary>The name of the field that holds the date.</summary>
    public const string Date = "date";

    /// <summary>The name of the field that holds the successors.</summary>
    public const string SupersededBy = "superseded-by";

    /// <summary>The name of the field that holds the predecessors.</summary>
    public const string Supersedes = "supersedes";

    private const int LongestLabel = 40;
    private static readonly char[] _afterLabel = [' ', '\t', ':', '\uFF1A', '.'];

    private static readonly Dictionary<string, string> _names = Table(
        (Status, "status|decision status|adr status|état|etat|statut|estado|situação|stato|toestand|stan|状态|狀態|ステータス|状態"),
        (Date, "date|decision date|date of decision|decided on|decided|date decided|datum|entscheidungsdatum|date de décision|fecha|data|日期|日付|決定日"),
        ("created", "created|created on|date created|erstellt|erstellt am|créé le|creado|criado em|creato|aangemaakt|创建日期|作成日"),
        ("updated", "updated|updated on|last updated|last modified|last change|date updated|aktualisiert|geändert|zuletzt geändert|mis à jour|actualizado|"
            + "atualizado em|aggiornato|bijgewerkt|更新日期|更新日"),
        ("deciders", "deciders|entscheider|entscheidende|décideurs|decisores|decisori|besluitnemers|beslissers|decydenci|决策者|決定者"),
        ("decision-makers", "decision-makers|decision makers"),
        (SupersededBy, string.Join("|", SupersessionPhrase.SupersededBy)),
        (Supersedes, string.Join("|", SupersessionPhrase.Supersedes)),
        ("tags", "tags"),
        ("consulted", "consulted"),
        ("informed", "informed"));

    private static readonly HashSet<string> _versions = new(["", "version", "revision", "rev", "no", "nr"], StringComparer.Ordinal);

    private static readonly HashSet<string> _facts = new(
        ["metadata", "meta data", "meta", "metadaten", "métadonnées", "metadatos", "metadados", "metadati", "元数据"], StringComparer.Ordinal);

    private static readonly HashSet<string> _changes = new(
        ["changelog", "change log", "change history", "revision history", "history", "änderungshistorie", "historie", "historique", "historial", "变更记录",
            "変更履歴"],
        StringComparer.Ordinal);

    /// <summary>The name of the field that a label introduces, or null.</summary>
    /// <param name="label">The label, without marks.</param>
    public static string? NameOf(string label) => label.Length <= LongestLabel && _names.TryGetValue(Plain(label), out var name) ? name : null;

    /// <summary>Whether a section holds fields, as in <c>## Metadata</c>.</summary>
    /// <param name="heading">Its heading, without marks.</param>
    public static bool IsFacts(string heading) => heading.Length <= LongestLabel && _facts.Contains(Plain(heading));

    /// <summary>Whether a column numbers the versions of a record.</summary>
    /// <param name="label">Its label, without marks.</param>
    public static bool IsVersion(string label) => label.Length <= LongestLabel && _versions.Contains(Plain(label));

    /// <summary>Whether a section lists changes of the record with their dates.</summary>
    /// <param name="heading">Its heading, without marks.</param>
    public static bool IsChanges(string heading) => heading.Length <= LongestLabel && _changes.Contains(Plain(heading));

    // "1. Status", "📌 Status", "Status :"
    private static string Plain(string label)
    {
        var start = 0;
        while (start < label.Length && !char.IsLetter(label[start])) start++;
        return InlineText.Of(label.Substring(start).TrimEnd(_afterLabel)).ToLowerInvariant();
    }

    private static Dictionary<string, string> Table(params (string Name, string Labels)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, labels) in rows)
        {
            foreach (var label in labels.Split('|')) table[label] = name;
        }
        return table;
    }
}
