using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>The time between two changes of what some options are made from.</summary>
/// <param name="tokens">The tokens that tell the next change.</param>
internal sealed class Epoch(IChangeToken[] tokens)
{
    /// <summary>Whether the next change has come.</summary>
    public bool IsOver => Array.Exists(tokens, static token => token.HasChanged);

    /// <summary>Whether the next change may have come: where nothing tells of changes, any moment can be one.</summary>
    public bool MayBeOver => tokens.Length == 0 || IsOver;
}
