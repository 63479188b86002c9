using System.Diagnostics.CodeAnalysis;

namespace DecisionPolicies.Rules;

/// <summary>
/// Endpoints by HTTP method and path, as in <c>POST **/register</c> or <c>GET,POST /oauth/*</c>. Without a method, any method matches. In the
/// path, <c>*</c> matches any text within a segment and <c>**</c> any number of segments.
/// </summary>
public sealed record EndpointPattern
{
    private readonly ValueList<string> _methods;

    private EndpointPattern(string text, ValueList<string> methods, string path)
    {
        Text = text;
        _methods = methods;
        // A path always starts with a slash; '**' matches any start.
        Path = new(path[0] == '*' && !path.StartsWith("**", StringComparison.Ordinal) ? "/" + path : path);
    }

    /// <summary>The pattern as it is written in the record.</summary>
    public string Text { get; }

    /// <summary>The path of the pattern.</summary>
    internal Glob Path { get; }

    /// <summary>Reads an endpoint pattern.</summary>
    /// <param name="text">The pattern, as in <c>POST **/register</c>.</param>
    /// <exception cref="FormatException">The text is not an endpoint pattern; the message says why.</exception>
    public static EndpointPattern Parse(string text) => TryParse(text, out var pattern, out var fault) ? pattern : throw new FormatException(fault);

    /// <summary>Reads an endpoint pattern.</summary>
    /// <param name="text">The pattern, as in <c>POST **/register</c>.</param>
    /// <param name="pattern">The pattern if the text is one; otherwise null.</param>
    /// <param name="fault">Why the text is not a pattern, as a sentence; null if it is one.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EndpointPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        var trimmed = text.Trim();
        var words = trimmed.Split(' ', '\t');
        var path = words[words.Length - 1];
        var methods = words.Take(words.Length - 1)
            .SelectMany(word => word.Split(','))
            .Where(method => method.Length > 0)
            .Select(method => method.ToUpperInvariant())
            .ToValueList();
        fault = PatternLimit.FaultOf("endpoint", trimmed, '/') ?? FaultOf(trimmed, path, methods);
        pattern = fault is null ? new(trimmed, methods, path) : null;
        return fault is null;
    }

    /// <summary>The methods that the pattern and an endpoint have in common; empty for any, null for none.</summary>
    /// <param name="methods">The methods that the endpoint answers; an empty list means any.</param>
    internal IReadOnlyCollection<string>? MethodsIn(IReadOnlyCollection<string> methods)
    {
        if (_methods.Count == 0) return methods;
        if (methods.Count == 0) return _methods;
        var common = _methods.Where(method => methods.Contains(method, StringComparer.OrdinalIgnoreCase)).ToList();
        return common.Count == 0 ? null : common;
    }

    /// <summary>Whether the pattern matches a request. Nothing is allocated.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path.</param>
    internal bool Matches(string method, string path)
    {
        var isMethod = _methods.Count == 0;
        for (var i = 0; i < _methods.Count && !isMethod; i++) isMethod = string.Equals(_methods[i], method, StringComparison.OrdinalIgnoreCase);
        return isMethod && Path.IsMatch(path);
    }

    /// <summary>Whether the pattern matches each of the methods.</summary>
    /// <param name="methods">The methods; an empty list means any.</param>
    internal bool Covers(IReadOnlyCollection<string> methods) =>
        _methods.Count == 0 || (methods.Count > 0 && methods.All(method => _methods.Contains(method, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The pattern as it is written in the record.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text, string path, ValueList<string> methods)
    {
        if (text.Length == 0) return "The endpoint is empty. Write a method and a path, as in 'POST **/register'.";
        if (!path.StartsWith("/", StringComparison.Ordinal) && !path.StartsWith("*", StringComparison.Ordinal))
        {
            return $"In the endpoint '{text}', '{path}' is not a path. Start it with '/', or with '**/' to match any path that ends with it.";
        }
        if (path.Contains('{')) return $"The endpoint '{text}' has a route parameter. Write '*' for one segment, or '**' for any number.";
        return methods.FirstOrDefault(method => !method.All(c => c is >= 'A' and <= 'Z')) is { } odd
            ? $"In the endpoint '{text}', '{odd}' is not an HTTP method. Write it as in 'POST **/register'."
            : null;
    }
}
