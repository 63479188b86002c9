namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to set text where some text, or any text, is forbidden.</summary>
internal static class Texts
{
    public static IEnumerable<Way> Rows =>
    [
        Any("/register", "a path"),
        Any("x", "one letter"),
        Any("  /register\t", "a path between white space"),
        Any("\0", "a null character"),
        Any("\u200B", "a character without width"),
        Any("0", "a zero"),
        Any("false", "the word false"),
        Any("null", "the word null"),
        Any("~", "a tilde, which is null in YAML"),
        Any("\"\"", "two quotation marks"),
        Any("{}", "two braces"),
        Any("${REGISTRATION_ENDPOINT}", "a placeholder of a shell"),
        Any("${REGISTRATION_ENDPOINT:-}", "a placeholder whose default is empty"),
        Any("%REGISTRATION_ENDPOINT%", "a placeholder of Windows"),
        Any("#{Registration.Endpoint}#", "a placeholder of a deployment tool"),
        Any("{{ .Values.registration.endpoint }}", "a placeholder of a template"),
        Any("$(RegistrationEndpoint)", "a placeholder of a pipeline"),
        Any("@Microsoft.KeyVault(SecretUri=https://vault.example/x)", "a reference to a vault"),
        Any("REPLACE_ME", "a placeholder in words"),
        new AtStart("Another key whose being set is forbidden", Forbidden.ClientId, scene => scene.With("gateway:registration:clientid", "mock")),
        new AtStart("A section of which any key is set", Section(), scene => scene.With("Section:Value:Path", "/register")),
        new AtStart("A section of which any key is set, deep down", Section(), scene => scene.With("section:value:oauth:paths:0", "/register")),
        new AtStart("A section of which one key is set and another is empty", Section(),
            scene => scene.With("Section:Value:A", "").With("Section:Value:Z", "x")),
        new AtStart("A section that is null itself while a key below it is set", Section(),
            scene => scene.With("Section:Value:Path", "/register").With("Section:Value", null)),

        Equal("mock", "as in the record"),
        Equal("MOCK", "in upper case"),
        Equal(" mock ", "between spaces"),
        Equal("\u00A0Mock\u3000", "between spaces that only Unicode knows"),
        new AtStart("Text beyond ASCII in another case", Forbidden.Value(Condition.EqualTo(Literal.String("Attrappe für Übungen")), "ATTRAPPE FÜR ÜBUNGEN"),
            scene => scene.With("Section:Value", "ATTRAPPE FÜR ÜBUNGEN")),
        Equal("Mock,Mock", "twice in a list"),
        Equal("none , MOCK", "in a list with the member that is zero"),
        new AtStart("The name of a flag among others",
            Forbidden.By<Holder<FileAccess>>(
                new("Section:Value", Verb.Forbid, Condition.EqualTo(Literal.String("Write"))), holder => holder.Value.HasFlag(FileAccess.Write)),
            scene => scene.With("Section:Value", "Read, Write")),
        new AtStart("Text that is one of a list", Forbidden.Value(Condition.In(Literal.String("none"), Literal.String("mock")), Mode.Mock),
            scene => scene.With("Section:Value", "Mock")),
        new AtStart("Text that is not one of the required", Forbidden.Instead(Condition.In(Literal.String("real"), Literal.String("none")), Mode.Mock),
            scene => scene.With("Section:Value", "mock")),
        new AtStart("Text where null is forbidden, null", Forbidden.Value<string?>(Condition.EqualTo(Literal.Null), null),
            scene => scene.With("Section:Value", "x").With("Section:Value", null)),
        new AtStart("Text where the empty text is forbidden, empty", Forbidden.Value(Condition.EqualTo(Literal.String("")), ""),
            scene => scene.With("Section:Value", "")),
        new AtStart("Text where the empty text is forbidden, blank", Forbidden.Value(Condition.EqualTo(Literal.String("")), "  "),
            scene => scene.With("Section:Value", "  ")),
        new AtStart("Text that is required to be there, empty", Forbidden.Instead(Condition.Present(true), ""), scene => scene.With("Section:Value", "")),
        new AtStart("Text that is required to be there, blank", Forbidden.Instead(Condition.Present(true), "\t"), scene => scene.With("Section:Value", "\t")),
        new AtStart("Text that is required to be there, nowhere set", Forbidden.Instead<string?>(Condition.Present(true), null), _ => { }),
        new AtStart("Text that is required to be like a pattern and is not", Forbidden.Instead(Condition.Like("https://**"), "http://idp.example"),
            scene => scene.With("Section:Value", "http://idp.example")),
    ];

    private static AtStart Any(string value, string what) =>
        new($"Any text is forbidden, and set is {what}", Forbidden.Endpoint, scene => scene.With("Gateway:Registration:Endpoint", value));

    private static AtStart Equal(string value, string how) =>
        new($"The name of an enum's member, {how}", Forbidden.Value(Condition.EqualTo(Literal.String("mock")), Mode.Mock),
            scene => scene.With("Section:Value", value));

    private static Forbidden Section() =>
        Forbidden.By<Holder<Dictionary<string, object>>>(new("Section:Value", Verb.Forbid, Condition.Present(true)), holder => holder.Value is { Count: > 0 });

    private enum Mode
    {
        None,
        Real,
        Mock,
    }
}
