using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>The time between two changes to the sources of some options.</summary>
/// <param name="tokens">The tokens that signal the next change.</param>
internal sealed class Epoch(IChangeToken[] tokens)
{
    /// <summary>Whether the next change has happened.</summary>
    public bool IsOver => Array.Exists(tokens, static token => token.HasChanged);

    /// <summary>Whether the next change may have happened: if nothing signals changes, one can happen at any moment.</summary>
    public bool MayBeOver => tokens.Length == 0 || IsOver;
}
