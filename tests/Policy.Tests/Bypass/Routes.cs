namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to let registration through by a route of the proxy: spellings of a path, and preconditions.</summary>
internal static class Routes
{
    public static IEnumerable<Way> Rows =>
    [
        Path("/oauth/register", "as in the record"),
        Path("/OAuth/Register", "in another case"),
        Path("oauth/register", "without its first slash"),
        Path("/oauth/register/", "with a slash at its end"),
        Path(" /oauth/register ", "between spaces"),
        Path("/tenants/main/oauth/register", "below another path"),
        Path("~/oauth/register", "after a tilde"),
        Path("/{tenant}/oauth/register", "below a parameter"),
        Reaching("/oauth/register/{id?}", "with a parameter that may be left out"),
        Reaching("/{tenant}/register", "with a parameter in place of a word"),
        Reaching("/oauth/{action}", "with a parameter in place of the last word"),
        Reaching("/{a}/{b}", "of parameters alone"),
        Reaching("/{**rest}", "that is a catch-all"),
        Reaching("/idp/{**rest}", "that is a catch-all below another"),
        Reaching("{*rest}", "that is a catch-all of one star"),
        Reaching("/oauth/{action:regex(^r)}", "with a constraint"),
        Reaching("/oauth/{action=register}", "with a default"),
        new AtStart("A route by its methods, of which one is POST", Forbidden.Route(), scene => scene
            .With(Key("Match:Path"), "/oauth/register").With(Key("Match:Methods:0"), "GET").With(Key("Match:Methods:1"), "post")),
        new AtStart("A catch-all route of OAuth", Forbidden.RouteTo("/idp/{**rest}"), scene => scene
            .With(Key("Match:Path"), "/idp/{**rest}").With(Key("Metadata:Kind"), "oauth")),
        Route("login", "with another name"),
        Route("0", "with a number for its name"),
        Route("a b", "with a space in its name"),
        Route("", "without a name"),
        Route("ROUTE.with-marks/and\\more", "with marks in its name"),
        Kind(null, "null"),
        Kind("", "empty"),
        Kind("  ", "blank"),
        new AtStart("A route whose kind is set and then taken back", Forbidden.Route(), scene => scene
            .With(Key("Match:Path"), "/oauth/register").With(Key("Metadata:Kind"), "catalogue").With(Key("Metadata:Kind"), null)),
        new AtStart("A route whose kind is set elsewhere", Forbidden.Route(), scene => scene
            .With(Key("Match:Path"), "/oauth/register").With("ReverseProxy:Routes:other:Metadata:Kind", "catalogue")
            .With("ReverseProxy:Routes:other:Match:Path", "/x")),
        OAuth("oauth", "as in the record"),
        OAuth("OAuth", "in another case"),
        OAuth(" OAUTH\t", "between white space"),
        OAuth("oauth\0", "before a null character"),
        new AtStart("A route that a later source makes one of OAuth", Forbidden.Route(), scene => scene
            .With(Key("Metadata:Kind"), "catalogue").With(Key("Match:Path"), "/register").With("reverseproxy:routes:MAIN:metadata:kind", "oauth")),
        new AtStart("A precondition on a boolean, in another spelling", When(Condition.EqualTo(Literal.True)),
            scene => scene.With("Section:Value", "x").With("Mode:Production", " TRUE ")),
        new AtStart("A precondition on a number, in hexadecimal", When(Condition.EqualTo(Literal.Number("-1"))),
            scene => scene.With("Section:Value", "x").With("Mode:Production", "0xFFFFFFFF")),
        new AtStart("A precondition that a key is missing", When(Condition.Present(false)), scene => scene.With("Section:Value", "x")),
        new AtStart("An environment in another case",
            Forbidden.By<Holder<string>>(
                new("Section:Value", Verb.Forbid, Condition.Present(true)) { Environments = ValueList.Of("PRODUCTION") }, holder => holder.Value == "x"),
            scene => scene.With("Section:Value", "x")),
    ];

    private static AtStart Path(string path, string how) => new($"A route's path {how}", Forbidden.Route(), scene => scene.With(Key("Match:Path"), path));

    private static AtStart Reaching(string path, string how) =>
        new($"A route {how}", Forbidden.RouteTo(path), scene => scene.With(Key("Match:Path"), path));

    private static AtStart Route(string name, string how) =>
        new($"A route {how}", Forbidden.Route(name), scene => scene.With($"ReverseProxy:Routes:{name}:Match:Path", "/oauth/register"));

    private static AtStart Kind(string? kind, string how) => new($"A route whose kind is {how}", Forbidden.Route(), scene => scene
        .With(Key("Match:Path"), "/oauth/register").With(Key("Metadata:Kind"), kind));

    private static AtStart OAuth(string kind, string how) => new($"A route of OAuth, its kind {how}", Forbidden.Route(), scene => scene
        .With(Key("Match:Path"), "/register").With(Key("Metadata:Kind"), kind));

    private static Forbidden When(Condition condition) => Forbidden.By<Holder<string>>(
        new("Section:Value", Verb.Forbid, Condition.Present(true)) { When = ValueList.Of(new Precondition("Mode:Production", condition)) },
        holder => holder.Value == "x");

    private static string Key(string below) => $"ReverseProxy:Routes:main:{below}";
}
