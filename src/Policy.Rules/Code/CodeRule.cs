namespace DecisionPolicies.Rules;

/// <summary>A rule that forbids something in C# code. The build judges it.</summary>
public abstract record CodeRule : Rule
{
    private protected CodeRule()
    {
    }

    /// <summary>The projects the rule applies in, by assembly name; <c>*</c> matches any characters. An empty list means all projects.</summary>
    public ValueList<string> Projects { get; init; } = ValueList<string>.Empty;

    /// <summary>Whether the rule applies in a project.</summary>
    /// <param name="assembly">The name of the project's assembly.</param>
    internal bool AppliesIn(string assembly) => Projects.Count == 0 || Projects.Any(project => new Glob(project).IsMatch(assembly));
}

/// <summary>A rule that forbids the use of a namespace, a type or a member.</summary>
/// <param name="Symbol">The symbol.</param>
public sealed record SymbolRule(SymbolId Symbol) : CodeRule
{
    /// <summary>Makes a rule from the text of a symbol.</summary>
    /// <param name="symbol">The documentation-comment id, as in <c>T:System.Reflection.Assembly</c>.</param>
    /// <exception cref="FormatException">The text is not a documentation-comment id; the message says why.</exception>
    public SymbolRule(string symbol) : this(SymbolId.Parse(symbol))
    {
    }

    /// <summary>Symbols that may be used although the forbidden symbol contains them.</summary>
    public ValueList<SymbolId> Except { get; init; } = ValueList<SymbolId>.Empty;

    /// <inheritdoc/>
    public override string Subject => Symbol.Text;
}

/// <summary>A rule that forbids a text in the string literals of the code, as a whole word.</summary>
/// <param name="Text">The text; case matters.</param>
public sealed record LiteralRule(string Text) : CodeRule
{
    /// <inheritdoc/>
    public override string Subject => Text;

    /// <summary>The index at which the text first appears in a string as a whole word; negative if it does not appear.</summary>
    /// <param name="value">The string.</param>
    internal int IndexIn(string value)
    {
        for (var at = value.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = value.IndexOf(Text, at + 1, StringComparison.Ordinal))
        {
            var end = at + Text.Length;
            if ((at == 0 || !IsWord(value[at - 1]) || !IsWord(Text[0])) && (end == value.Length || !IsWord(value[end]) || !IsWord(Text[Text.Length - 1])))
            {
                return at;
            }
        }
        return -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}

/// <summary>A rule that forbids referencing a package, or using the assembly of the same name.</summary>
/// <param name="Package">The package id; case does not matter.</param>
public sealed record PackageRule(string Package) : CodeRule
{
    /// <inheritdoc/>
    public override string Subject => Package;

    /// <summary>Whether the rule matches a package.</summary>
    /// <param name="id">The id of a package, or the name of an assembly.</param>
    internal bool Means(string id) => string.Equals(Package, id.Trim(), StringComparison.OrdinalIgnoreCase);
}
