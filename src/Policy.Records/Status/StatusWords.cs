namespace DecisionPolicies.Records;

/// <summary>
/// The words for a status that are understood without a setting: those of MADR and of common tools, and those of German, French, Spanish,
/// Portuguese, Italian, Dutch, Polish, Chinese and Japanese. A word that can mean two statuses is not among them.
/// </summary>
internal static class StatusWords
{
    /// <summary>The words of MADR 4, in the order of a decision's life.</summary>
    public static readonly string[] OfMadr = ["proposed", "accepted", "rejected", "deprecated", "superseded"];

    /// <summary>The largest number of words in a row that mean one status.</summary>
    public const int MostWords = 2;

    private static readonly Dictionary<string, DecisionStatus> _words = Table(
        (DecisionStatus.Proposed,
            "proposed|draft|in review|under review|in discussion|under discussion|vorgeschlagen|entwurf|in diskussion|proposé|proposée|brouillon|"
            + "propuesto|propuesta|borrador|proposto|proposta|rascunho|proposto|bozza|voorgesteld|concept|proponowany|proponowana|proponowane|"
            + "zaproponowany|zaproponowana|zaproponowano|szkic|提议|提议中|已提议|提議|提案|提案中|提案済み|草案|下書き"),
        (DecisionStatus.Accepted,
            "accepted|approved|implemented|active|adopted|decided|akzeptiert|angenommen|genehmigt|beschlossen|umgesetzt|aktiv|accepté|acceptée|"
            + "approuvé|approuvée|adopté|adoptée|validé|validée|aceptado|aceptada|aprobado|aprobada|adoptado|adoptada|aceito|aceita|aceite|aprovado|"
            + "aprovada|adotado|adotada|accettato|accettata|approvato|approvata|adottato|adottata|geaccepteerd|aanvaard|goedgekeurd|aangenomen|"
            + "zaakceptowany|zaakceptowana|zaakceptowane|zaakceptowano|przyjęty|przyjęta|przyjęte|zatwierdzony|zatwierdzona|zatwierdzone|"
            + "已接受|接受|已采纳|采纳|已採納|採納|已批准|批准|已通过|通过|承認|承認済み|承認済|採用|採用済み|採択"),
        (DecisionStatus.Rejected,
            "rejected|declined|abgelehnt|verworfen|rejeté|rejetée|refusé|refusée|rechazado|rechazada|rejeitado|rejeitada|recusado|recusada|"
            + "rifiutato|rifiutata|respinto|respinta|afgewezen|verworpen|odrzucony|odrzucona|odrzucone|odrzucono|已拒绝|拒绝|已拒絕|拒絕|已否决|否决|却下"),
        (DecisionStatus.Deprecated,
            "deprecated|obsolete|veraltet|überholt|obsolet|déprécié|dépréciée|obsolète|obsoleto|obsoleta|en desuso|descontinuado|descontinuada|"
            + "deprecato|deprecata|verouderd|przestarzały|przestarzała|przestarzałe|已弃用|弃用|已棄用|棄用|已废弃|废弃|已廢棄|非推奨|廃止"),
        (DecisionStatus.Superseded,
            "superseded|superceded|superseeded|ersetzt|abgelöst|remplacé|remplacée|reemplazado|reemplazada|sustituido|sustituida|substituído|"
            + "substituída|sostituito|sostituita|vervangen|zastąpiony|zastąpiona|zastąpione|已取代|被取代|已被取代|已替代|被替代|已被替代|置き換え済み|置換済み"));

    /// <summary>The status that a word or two mean; unknown for anything else.</summary>
    /// <param name="words">The words in lower case, with one space between them.</param>
    public static DecisionStatus Of(string words) => _words.TryGetValue(words, out var status) ? status : DecisionStatus.Unknown;

    /// <summary>The text with each letter and its marks as one character, as words are listed. What is not text stays as it is.</summary>
    /// <param name="text">The text.</param>
    public static string Composed(string text) =>
        text.All(c => c < 0x80) || text.Any(c => char.IsSurrogate(c) || c >= 0xFFFE || c is >= '\uFDD0' and <= '\uFDEF') ? text : text.Normalize();

    private static Dictionary<string, DecisionStatus> Table(params (DecisionStatus Status, string Words)[] rows)
    {
        var table = new Dictionary<string, DecisionStatus>(StringComparer.Ordinal);
        foreach (var (status, words) in rows)
        {
            foreach (var word in words.Split('|')) table[word] = status;
        }
        return table;
    }
}
