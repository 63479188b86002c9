namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to spell a boolean.</summary>
internal static class Booleans
{
    public static IEnumerable<Way> Rows =>
    [
        True("true", "true"),
        True("True", "True"),
        True("TRUE", "TRUE"),
        True("tRuE", "tRuE"),
        True(" true ", "true between spaces"),
        True(" TRUE ", "TRUE between spaces"),
        True("\ttrue\r\n", "true with a tab and a line break"),
        True("true\u0085", "true with a next-line character"),
        True("\u00A0true", "true after a no-break space"),
        True("true\u3000", "true before an ideographic space"),
        True("\u2003true\u2028", "true between an em space and a line separator"),
        True("true\0", "true before a null character"),
        True("\0\0true", "true after null characters"),
        True(" \0true\0 ", "true between spaces and null characters"),
        False("false", "false"),
        False(" FALSE ", "FALSE between spaces"),
        False("False\0", "False before a null character"),
        new AtStart("A boolean that may be null, true", Forbidden.Value<bool?>(Condition.EqualTo(Literal.True), true),
            scene => scene.With("Section:Value", " True ")),
        new AtStart("A boolean that may be null, null where null is forbidden", Null<bool?>(),
            scene => scene.With("Section:Value", "true").With("Section:Value", null)),
        new AtStart("A boolean that is one of a list", Forbidden.Value(Condition.In(Literal.Null, Literal.True), true),
            scene => scene.With("Section:Value", "TRUE")),
        new AtStart("A boolean that is required and false", Forbidden.Instead(Condition.EqualTo(Literal.True), false),
            scene => scene.With("Section:Value", "False")),
        new AtStart("A boolean that is required and taken back by null", Forbidden.Instead(Condition.EqualTo(Literal.True), false),
            scene => scene.With("Section:Value", "true").With("Section:Value", null)),
        new AtStart("A boolean that is required and nowhere set", Forbidden.Instead(Condition.EqualTo(Literal.True), false), _ => { }),
        new AtStart("A boolean that is required to be false and true", Forbidden.Instead(Condition.EqualTo(Literal.False), true),
            scene => scene.With("Section:Value", "true\0")),
        new AtStart("A boolean whose being set at all is forbidden, false", Forbidden.Value<bool?>(Condition.Present(true), false),
            scene => scene.With("Section:Value", "false")),
    ];

    private static AtStart True(string value, string how) =>
        new($"The boolean {how}", Forbidden.Switch, scene => scene.With("Gateway:Registration:Enabled", value));

    private static AtStart False(string value, string how) =>
        new($"The boolean {how}, where it is forbidden",
            Forbidden.By<Holder<bool?>>(new("Section:Value", Verb.Forbid, Condition.EqualTo(Literal.False)), h => h.Value == false),
            scene => scene.With("Section:Value", value));

    private static Forbidden Null<T>() => Forbidden.Value<T?>(Condition.EqualTo(Literal.Null), default);
}
