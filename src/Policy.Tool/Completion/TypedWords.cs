namespace DecisionPolicies.Tool.Completion;

/// <summary>A call that is being typed, as the shell's script passes it.</summary>
/// <param name="Before">The words before the one that is being typed, without the command's name.</param>
/// <param name="Word">The typed part of that word.</param>
/// <param name="Kept">How many characters at its start the shell keeps, so that they are not part of the text to insert.</param>
internal sealed record TypedWords(IReadOnlyList<string> Before, string Word, int Kept)
{
    // The word that is being typed comes first, inside another word: some shells drop an empty word.
    private const string Start = "[complete:";

    /// <summary>What a shell asks for; null if the call does not ask for completion.</summary>
    /// <param name="arguments">The word that is being typed, as in <c>[complete:--form]</c>, and those before it.</param>
    public static TypedWords? Of(IReadOnlyList<string> arguments)
    {
        if (arguments is not [{ } first, ..] || !first.StartsWith(Start, StringComparison.Ordinal) || first[^1] != ']') return null;
        var words = new List<string>();
        var isJoined = false;
        foreach (var word in arguments.Skip(1)) Add(word);
        var last = first[Start.Length..^1];
        if (IsBreak(last))
        {
            Add(last);
            last = "";
        }
        if (!isJoined || words.Count == 0) return new(words, last, 0);
        var kept = words[^1];
        words.RemoveAt(words.Count - 1);
        return new(words, kept + last, kept.Length);

        void Add(string word)
        {
            if (words.Count > 0 && (isJoined || IsBreak(word))) words[^1] += word;
            else words.Add(word);
            isJoined = IsBreak(word);
        }
    }

    // Bash passes these as separate words, as in '--format', '=', 'json'.
    private static bool IsBreak(string word) => word.Length > 0 && word.All(c => c is '=' or ':');
}
