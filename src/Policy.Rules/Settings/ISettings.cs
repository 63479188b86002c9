namespace DecisionPolicies.Rules;

/// <summary>
/// The configuration that a rule judges: a tree of keys. Segments are separated by <c>:</c> and compared
/// ignoring case, as in <c>Microsoft.Extensions.Configuration</c>.
/// </summary>
public interface ISettings
{
    /// <summary>Reads one key.</summary>
    /// <param name="key">The full key, as in <c>Gateway:Registration:Enabled</c>.</param>
    /// <param name="value">The value; null if the key is not set, or is set to null.</param>
    /// <returns>Whether the key itself is set, even to null or to empty text.</returns>
    bool TryRead(string key, out string? value);

    /// <summary>Lists the segments directly below a key.</summary>
    /// <param name="key">The full key, or null for the root. Empty text is a key like any other.</param>
    IReadOnlyList<string> Children(string? key);

    /// <summary>Makes the full key that is one segment below another.</summary>
    /// <param name="key">The full key, or null for the root.</param>
    /// <param name="segment">The segment.</param>
    string Below(string? key, string segment);

    /// <summary>The source of the effective value, in words that an operator can act on.</summary>
    /// <param name="key">The full key.</param>
    /// <returns>The source, as in <c>the command line</c>; null if nothing sets the key or a key below it.</returns>
    string? SourceOf(string key);
}

/// <summary>Settings that know the types of their values.</summary>
internal interface ITypedSettings : ISettings
{
    /// <summary>The names of all members of a flags enumeration that a value contains, divided by commas; null for any other value.</summary>
    /// <param name="key">The full key.</param>
    string? FlagsIn(string key);
}
