namespace DecisionPolicies.Rules;

/// <summary>
/// A value that stands in a record, and that a setting is compared with: null, a boolean, a number or text, by the
/// YAML 1.2 core schema. A literal is public knowledge, so a rejection may print it.
/// </summary>
public sealed class Literal : IEquatable<Literal>
{
    // What binders, shells and people write. .NET itself binds only true and false, but an operator who writes "yes" means yes.
    private static readonly string[] _true = ["true", "1", "yes", "on"];
    private static readonly string[] _false = ["false", "0", "no", "off"];

    private readonly Match _matches;

    // By reference, since a setting is large, and every rule asks.
    private delegate bool Match(in Setting setting);

    private Literal(LiteralKind kind, string text, Match matches)
    {
        Kind = kind;
        Text = text;
        _matches = matches;
    }

    /// <summary>The null of YAML. It matches a key that is set to null, and no other.</summary>
    public static Literal Null { get; } = new(LiteralKind.Null, "null", (in Setting s) => s.State == SettingState.Null);

    /// <summary>The boolean true. It matches <c>true</c>, <c>1</c>, <c>yes</c> and <c>on</c>, trimmed and without case.</summary>
    public static Literal True { get; } = new(LiteralKind.Boolean, "true", (in Setting s) => IsAnyOf(s, _true));

    /// <summary>The boolean false. It matches <c>false</c>, <c>0</c>, <c>no</c> and <c>off</c>, trimmed and without case.</summary>
    public static Literal False { get; } = new(LiteralKind.Boolean, "false", (in Setting s) => IsAnyOf(s, _false));

    /// <summary>What the literal is.</summary>
    public LiteralKind Kind { get; }

    /// <summary>The literal as it stands in the record.</summary>
    public string Text { get; }

    /// <summary>A number. It matches every spelling of the same number: <c>8080</c>, <c>8080.0</c>, <c>0x1F90</c>.</summary>
    /// <param name="text">The number as it stands in the record.</param>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static Literal Number(string text) =>
        TryNumber(text) ?? throw new FormatException($"'{text}' is not a number.");

    /// <summary>The number that the text spells, or null where it spells none.</summary>
    /// <param name="text">Any text.</param>
    internal static Literal? TryNumber(string text)
    {
        if (Rules.Number.Read(text) is not { } number) return null;
        // A setting that is read as negative is one of a signed type, which reads hexadecimal of the record the same way.
        var negative = Rules.Number.ReadNegative(text);
        return new(LiteralKind.Number, text, (in Setting s) => s.Number is { } value
            && (value.CompareTo(number) == 0 || (s.IsReadAsNegative && negative is { } n && value.CompareTo(n) == 0)));
    }

    /// <summary>
    /// Text. It matches the same text, trimmed and without case; empty text matches an empty setting. Text that spells a GUID,
    /// a time span, a date, a version or a URL matches every spelling of the same one.
    /// </summary>
    /// <param name="text">The text as it stands in the record.</param>
    public static Literal String(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return new(LiteralKind.String, "", (in Setting s) => s.State == SettingState.Empty);
        var spellsTheSame = TypedText.SpellsTheSameAs(trimmed);
        return new(LiteralKind.String, trimmed, (in Setting s) => s.State == SettingState.Value
            && (TrimmedText.Equal(s.Text, trimmed) || spellsTheSame?.Invoke(s.Text.Trim()) == true));
    }

    /// <summary>Whether the setting holds this literal, however it is spelled.</summary>
    /// <param name="setting">The setting.</param>
    internal bool Matches(in Setting setting) => _matches(in setting);

    /// <inheritdoc/>
    public bool Equals(Literal? other) => other is not null && other.Kind == Kind && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Literal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode() ^ (int)Kind;

    /// <summary>The literal as a message shows it: the empty text in quotes, everything else as it stands.</summary>
    public override string ToString() => Text.Length == 0 ? "\"\"" : Text;

    private static bool IsAnyOf(in Setting setting, string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            if (TrimmedText.Equal(setting.Text, spelling)) return true;
        }
        return false;
    }
}

/// <summary>What a <see cref="Literal"/> is, by the YAML 1.2 core schema.</summary>
public enum LiteralKind
{
    /// <summary>The null of YAML.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text.</summary>
    String,
}
