namespace DecisionPolicies.Rules;

/// <summary>
/// The configuration that a rule is judged against: a tree of keys. Segments are separated by <c>:</c> and compared
/// without case, as <c>Microsoft.Extensions.Configuration</c> does.
/// </summary>
public interface ISettings
{
    /// <summary>Reads one key.</summary>
    /// <param name="key">The full key, as in <c>Gateway:Registration:Enabled</c>.</param>
    /// <param name="value">The value; null where the key is set to null.</param>
    /// <returns>Whether the key itself is set, be it to null or to the empty text.</returns>
    bool TryRead(string key, out string? value);

    /// <summary>The next segments below a key.</summary>
    /// <param name="key">The full key, or null for the root. The empty text is a key like any other.</param>
    IReadOnlyList<string> Children(string? key);

    /// <summary>The key one segment below another.</summary>
    /// <param name="key">The full key, or null for the root.</param>
    /// <param name="segment">The segment.</param>
    string Below(string? key, string segment);

    /// <summary>Where the value that is in force comes from, in words that an operator can act on.</summary>
    /// <param name="key">The full key.</param>
    /// <returns>Null where nothing sets the key or anything below it.</returns>
    string? SourceOf(string key);
}
