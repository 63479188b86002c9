namespace DecisionPolicies.Rules;

/// <summary>
/// A value written in a record, with which a setting is compared: null, a boolean, a number or text, as the
/// YAML 1.2 core schema defines them. A literal is public, so a rejection may print it.
/// </summary>
public sealed class Literal : IEquatable<Literal>
{
    // What binders, shells and people write. .NET itself binds only true and false, but an operator who writes "yes" means yes.
    private static readonly string[] _true = ["true", "1", "yes", "on"];
    private static readonly string[] _false = ["false", "0", "no", "off"];

    private readonly Match _matches;

    // By reference: a setting is large, and every rule reads it.
    private delegate bool Match(in Setting setting);

    private Literal(LiteralKind kind, string text, Match matches)
    {
        Kind = kind;
        Text = text;
        _matches = matches;
    }

    /// <summary>Null in YAML. It matches only a key that is set to null.</summary>
    public static Literal Null { get; } = new(LiteralKind.Null, "null", (in Setting s) => s.State == SettingState.Null);

    /// <summary>The boolean true. It matches <c>true</c>, <c>1</c>, <c>yes</c> and <c>on</c>, whatever the case and surrounding white space.</summary>
    public static Literal True { get; } = new(LiteralKind.Boolean, "true", (in Setting s) => IsAnyOf(s, _true));

    /// <summary>The boolean false. It matches <c>false</c>, <c>0</c>, <c>no</c> and <c>off</c>, whatever the case and surrounding white space.</summary>
    public static Literal False { get; } = new(LiteralKind.Boolean, "false", (in Setting s) => s.Reading == Reading.Default || IsAnyOf(s, _false));

    /// <summary>The kind of the literal.</summary>
    public LiteralKind Kind { get; }

    /// <summary>The literal as it is written in the record.</summary>
    public string Text { get; }

    /// <summary>The texts that a boolean matches; the text itself for any other literal.</summary>
    internal IReadOnlyList<string> Spellings => Kind != LiteralKind.Boolean ? [Text] : Text == True.Text ? _true : _false;

    /// <summary>Whether it may be the name of a member of an enumeration.</summary>
    internal bool IsName { get; private init; }

    /// <summary>A number. It matches every spelling of the same number: <c>8080</c>, <c>8080.0</c>, <c>0x1F90</c>.</summary>
    /// <param name="text">The number as it is written in the record.</param>
    /// <exception cref="FormatException">The text is not a number.</exception>
    public static Literal Number(string text) =>
        TryNumber(text) ?? throw new FormatException($"'{text}' is not a number.");

    /// <summary>The number that the text spells; null if it is not a number.</summary>
    /// <param name="text">Any text.</param>
    internal static Literal? TryNumber(string text)
    {
        if (Rules.Number.Read(text) is not { } number) return null;
        // A setting that is read as negative has a signed type, which reads the record's hexadecimal the same way.
        var negative = Rules.Number.ReadNegative(text);
        return new(LiteralKind.Number, text, (in Setting s) => s.Number is { } value
            && (value.CompareTo(number) == 0 || (s.Reading == Reading.Negative && negative is { } n && value.CompareTo(n) == 0)));
    }

    /// <summary>
    /// Text. It matches the same text, whatever the case and surrounding white space; empty text matches an empty setting. Text that spells a GUID,
    /// a time span, a date, a version or a URL matches every spelling of the same value.
    /// </summary>
    /// <param name="text">The text as it is written in the record.</param>
    public static Literal String(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return new(LiteralKind.String, "", (in Setting s) => s.State == SettingState.Empty);
        var spellsTheSame = TypedText.SpellsTheSameAs(trimmed);
        var (isDefault, isFirstDate) = (DefaultText.Is(trimmed), DefaultText.IsFirstDate(trimmed));
        var isName = MayBeMember(trimmed);
        return new(LiteralKind.String, trimmed, (in Setting s) => s.State switch
        {
            SettingState.Value => TrimmedText.Equal(s.Text, trimmed)
                || spellsTheSame?.Invoke(s.Text.Trim()) == true
                || (isName && s.Reading == Reading.Parts && TrimmedText.HasPart(s.Parts, ',', trimmed)),
            SettingState.Empty => isFirstDate,
            _ => isDefault && s.Reading == Reading.Default,
        })
        { IsName = isName };
    }

    /// <summary>Whether the setting holds this literal, in any spelling.</summary>
    /// <param name="setting">The setting.</param>
    internal bool Matches(in Setting setting) => _matches(in setting);

    /// <inheritdoc/>
    public bool Equals(Literal? other) => other is not null && other.Kind == Kind && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Literal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode() ^ (int)Kind;

    /// <summary>The literal as a message shows it: the empty text as <c>""</c>, everything else as it is written.</summary>
    public override string ToString() => Text.Length == 0 ? "\"\"" : Text;

    private static bool MayBeMember(string text) => !char.IsDigit(text[0]) && text.All(character => char.IsLetterOrDigit(character) || character == '_');

    private static bool IsAnyOf(in Setting setting, string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            if (TrimmedText.Equal(setting.Text, spelling)) return true;
        }
        return false;
    }
}

/// <summary>The kind of a <see cref="Literal"/>, as the YAML 1.2 core schema defines it.</summary>
public enum LiteralKind
{
    /// <summary>Null in YAML.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text.</summary>
    String,
}
