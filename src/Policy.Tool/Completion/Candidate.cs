using System.CommandLine;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Tool.Completion;

/// <summary>A word that can complete what a user is typing.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it means, for shells that show it.</param>
internal sealed record Candidate(string Word, string Meaning = "");

/// <summary>The words that an option or an argument can take.</summary>
/// <param name="typed">The typed part of the word.</param>
/// <param name="call">The words before it.</param>
/// <param name="context">The surroundings.</param>
internal delegate IEnumerable<Candidate> CandidateSource(string typed, ParseResult call, ToolContext context);

/// <summary>Which option and which argument takes which words.</summary>
internal static class Candidates
{
    private static readonly ConditionalWeakTable<Symbol, CandidateSource> _sources = new();

    /// <summary>Says which words an option or an argument can take.</summary>
    /// <param name="symbol">The option or argument.</param>
    /// <param name="source">The words.</param>
    public static void WithCandidates(this Symbol symbol, CandidateSource source) => _sources.Add(symbol, source);

    /// <summary>Says which words an option takes whose value is a list with commas.</summary>
    /// <param name="option">The option.</param>
    /// <param name="source">The words of the list.</param>
    public static void WithListedCandidates(this Option option, CandidateSource source) => option.WithCandidates((typed, call, context) =>
    {
        var head = typed[..(typed.LastIndexOf(',') + 1)];
        var given = head.Split(',');
        return source(typed[head.Length..], call, context)
            .Where(candidate => !given.Contains(candidate.Word, StringComparer.OrdinalIgnoreCase))
            .Select(candidate => candidate with { Word = head + candidate.Word });
    });

    /// <summary>The words that an option or an argument can take; none if it takes any text, such as a path.</summary>
    /// <param name="symbol">The option or argument.</param>
    public static CandidateSource Of(Symbol symbol) => _sources.TryGetValue(symbol, out var source) ? source : (_, _, _) => [];
}
