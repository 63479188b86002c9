namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>Rules about endpoints, judged where constants name them.</summary>
public sealed class EndpointTests
{
    private const string Usings =
        "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Routing;\n";

    [Theory]
    [InlineData("app.MapPost([|\"/register\"|], () => 1);")]
    [InlineData("app.MapPost(handler: () => 1, pattern: [|\"/register\"|]);")]
    [InlineData("EndpointRouteBuilderExtensions.MapPost(pattern: [|\"/register\"|], handler: () => 1, endpoints: app);")]
    [InlineData("app.MapPost([|\"oauth/Register/\"|], () => 1);")]
    [InlineData("app.MapPost([|\"/{tenant}/register\"|], () => 1);")]
    [InlineData("app.MapPost([|\"/regis\" + \"ter\"|], () => 1);")]
    [InlineData("const string path = \"/register\"; app.MapPost([|path|], () => 1);")]
    [InlineData("app.Map([|\"/register\"|], () => 1);")]
    [InlineData("app.MapFallback([|\"/register\"|], () => 1);")]
    [InlineData("app.MapMethods([|\"/register\"|], new[] { \"PUT\", \"POST\" }, () => 1);")]
    [InlineData("app.MapMethods([|\"/register\"|], [\"post\"], () => 1);")]
    [InlineData("app.MapGroup(\"/oauth\").MapPost([|\"/register\"|], () => 1);")]
    [InlineData("app.MapGroup(\"/oauth/register\").MapPost([|\"\"|], () => 1);")]
    [InlineData("app.MapGroup(\"/oauth/\").RequireAuthorization().WithTags(\"a\").MapGroup(\"register\").MapPost([|\"/\"|], () => 1);")]
    [InlineData("var group = app.MapGroup(\"/oauth/register\"); group.MapPost([|\"\"|], () => 1);")]
    [InlineData("IEndpointRouteBuilder all = app; all.MapPost([|\"/register\"|], () => 1);")]
    [InlineData("app.UseEndpoints(endpoints => endpoints.MapPost([|\"/register\"|], () => 1));")]
    [InlineData("var group = app.MapGroup(app.Environment.ApplicationName); group.MapPost([|\"/register\"|], () => 1);")]
    [InlineData("app.MapGet(\"/register\", () => 1);")]
    [InlineData("app.MapPut(\"/register\", () => 1);")]
    [InlineData("app.MapMethods(\"/register\", new[] { \"PUT\" }, () => 1);")]
    [InlineData("app.MapMethods(\"/register\", System.Environment.GetCommandLineArgs(), () => 1);")]
    [InlineData("app.MapPost(\"/register/{id}\", () => 1);")]
    [InlineData("app.MapPost(\"/{action}\", () => 1);")]
    [InlineData("app.MapPost(app.Environment.ApplicationName, () => 1);")]
    [InlineData("app.MapFallback(() => 1);")]
    [InlineData("app.MapPost(\"/api/servers/register\", () => 1);")]
    [InlineData("app.MapGroup(\"/api\").MapGroup(\"servers\").MapPost(\"/register\", () => 1);")]
    [InlineData("IEndpointRouteBuilder all = app; all = app.MapGroup(\"/x\"); all.MapPost([|\"/register\"|], () => 1);", "POST **/register")]
    [InlineData("app.Map([|\"/register\"|], () => 1);", "GET /register")]
    [InlineData("app.MapGroup(\"/a\").MapPost(\"/register\", () => 1);", "POST /register")]
    [InlineData("app.MapGroup(app.Environment.ApplicationName).MapPost(\"/register\", () => 1);", "POST /register")]
    [InlineData("app.MapPost(\"/register\", () => 1);", "POST /register, environments: [Production]")]
    public Task A_route_that_is_mapped_is_judged(string statement, string rule = "POST **/register, except: [POST /api/servers/register, GET /x]") =>
        MarkedCode.Judge("endpoint: " + rule, Usings + "class C { void M(WebApplication app) { " + statement + " } }");

    [Theory]
    [InlineData("app.Map([|\"/register\"|], branch => branch.Run(c => c.Response.WriteAsync(\"\")));")]
    [InlineData("app.Map([|\"/oauth/register/\"|], branch => { });")]
    [InlineData("app.Map(new PathString([|\"/register\"|]), branch => { });", true)]
    [InlineData("const string path = \"/register\"; app.Map([|path|], branch => { });")]
    [InlineData("((IApplicationBuilder)app).Map([|\"/register\"|], branch => { });")]
    [InlineData("app.Map(\"/oauth\", branch => branch.Map([|\"/register\"|], inner => { }));")]
    [InlineData("app.Map(\"/api\", branch => branch.Map(\"/servers\", b => b.Map(\"/register\", inner => { })));")]
    [InlineData("app.MapWhen(c => c.Request.Path == [|\"/register\"|], branch => { });")]
    [InlineData("app.UseWhen(c => [|\"/register\"|] == c.Request.Path, branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Path.StartsWithSegments([|\"/register\"|]), branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Path.Value == [|\"/register\"|], branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Path.Value is [|\"/register\"|], branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Path.Value.Equals([|\"/register\"|], System.StringComparison.OrdinalIgnoreCase), branch => { });")]
    [InlineData("app.MapWhen(c => HttpMethods.IsPost(c.Request.Method) && c.Request.Path == [|\"/register\"|], branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Method == \"post\" && c.Request.Path == [|\"/register\"|], branch => { });")]
    [InlineData("app.MapWhen(c => HttpMethods.IsGet(c.Request.Method) && c.Request.Path == \"/register\", branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Method == \"GET\" && c.Request.Path == \"/register\", branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Host.Host == \"/register\", branch => { });")]
    [InlineData("app.MapWhen(c => c.Request.Path != \"/register\", branch => { });")]
    [InlineData("app.MapWhen(c => !c.Request.Path.StartsWithSegments(\"/register\"), branch => { });")]
    [InlineData("app.UseWhen(c => !(c.Request.Path == \"/register\"), branch => { });")]
    [InlineData("app.MapWhen(c => HttpMethods.Equals(c.Request.Method, \"POST\") && c.Request.Path == [|\"/register\"|], branch => { });")]
    [InlineData("app.Map(\"/registered\", branch => { });")]
    [InlineData("app.Map(\"/api/servers/register\", branch => { });")]
    [InlineData("app.Map(app.Environment.ApplicationName, branch => { });")]
    public Task A_branch_of_the_pipeline_is_judged_by_its_constant_path(string statement, bool isWhole = false) => MarkedCode.Judge(
        "endpoint: POST **/register, except: [POST /api/servers/register]",
        Usings + "class C { void M(WebApplication app) { "
            + (isWhole ? statement.Replace("new PathString([|\"/register\"|])", "[|new PathString(\"/register\")|]") : statement) + " } }");

    [Theory]
    [InlineData("app.Map([|\"/register\"|], branch => { });", "POST /register")]
    [InlineData("app.Map(\"/oauth\", branch => branch.Map([|\"/register\"|], inner => { }));", "POST /oauth/register")]
    [InlineData("app.Map(\"/x\", branch => branch.Map(\"/register\", inner => { }));", "POST /register")]
    public Task A_branch_of_the_application_itself_is_a_whole_route(string statement, string rule) =>
        MarkedCode.Judge("endpoint: " + rule, Usings + "class C { void M(WebApplication app) { " + statement + " } }");

    [Theory]
    [InlineData("[Microsoft.AspNetCore.Components.Route([|\"/register\"|])] class Page : Microsoft.AspNetCore.Components.ComponentBase { }")]
    [InlineData("[Microsoft.AspNetCore.Components.Route(\"/register/{id}\")] class Page : Microsoft.AspNetCore.Components.ComponentBase { }")]
    [InlineData("[Microsoft.AspNetCore.Components.Route(\"/register\")] class SignUp : Microsoft.AspNetCore.Components.ComponentBase { }")]
    public Task A_component_is_judged_by_its_route(string type) =>
        MarkedCode.Judge("endpoint: POST **/register, except: [\"T:SignUp\"]", Usings + type);

    [Theory]
    [InlineData("/Pages/Register.cshtml", null, 1)]
    [InlineData("/Pages/OAuth/Register.cshtml", null, 1)]
    [InlineData("/Pages/Register/Index.cshtml", null, 1)]
    [InlineData("/Areas/Shop/Pages/Register.cshtml", null, 1)]
    [InlineData("/Pages/Any.cshtml", "/register", 1)]
    [InlineData("/Pages/Any.cshtml", "~/oauth/register", 1)]
    [InlineData("/Pages/OAuth.cshtml", "register", 1)]
    [InlineData("/Pages/Register.cshtml", "{id?}", 1)]
    [InlineData("/Pages/Register.cshtml", "{id}", 0)]
    [InlineData("/Pages/Register.cshtml", "/other", 0)]
    [InlineData("/Pages/Registered.cshtml", null, 0)]
    public async Task A_Razor_page_is_judged_by_its_path_and_its_template(string path, string? template, int times)
    {
        var metadata = "[Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemMetadata(";
        var route = template is null ? "" : $"{metadata}\"RouteTemplate\",\n#line 1 \"/machine/checkout{path}\"\n\"{template}\"\n#line hidden\n)]\n";
        var code = $"#pragma checksum \"/machine/checkout{path}\" \"{{8829d00f-11b8-4213-878b-770e8597ac16}}\" \"ab\"\n{route}"
            + $"{metadata}\"Identifier\", \"{path}\")]\nclass Some : Microsoft.AspNetCore.Mvc.RazorPages.Page "
            + "{ public override System.Threading.Tasks.Task ExecuteAsync() => null; }";

        var told = await MarkedCode.Of("endpoint: POST **/register").WithCode(code, "R/R.Of/Page_cshtml.g.cs").Analyzed();

        Assert.Equal(
            Enumerable.Repeat($"DP3104 /machine/checkout{path} 0", times),
            told.Select(d => $"{d.Id} {d.Location.GetMappedLineSpan().Path} {d.Location.GetMappedLineSpan().StartLinePosition.Line}"));
    }

    [Theory]
    [InlineData("app.MapPost(\"/register\", (SignUp body) => 1);")]
    [InlineData("app.MapPost(\"/register\", (HttpContext context, SignUp.Details body) => 1);")]
    [InlineData("app.MapPost(\"/register\", SignUp.Do);")]
    [InlineData("app.MapPost(\"/register\", SignUp.Answer);")]
    [InlineData("app.MapPost([|\"/register\"|], (string body) => 1);")]
    [InlineData("app.MapPost([|\"/register\"|], Other);")]
    [InlineData("app.MapPost([|\"/register\"|], context => context.Response.WriteAsync(\"\"));")]
    // What is handed on may be anything; the start knows.
    [InlineData("app.MapPost(\"/register\", handler);")]
    public Task A_type_that_a_rule_excepts_is_not_meant(string statement) => MarkedCode.Judge(
        "endpoint: POST **/register, except: [\"T:SignUp\"]",
        Usings
            + "class SignUp { public class Details { } public static int Do() => 1; public static System.Threading.Tasks.Task Answer(HttpContext c) => null; } "
            + "class C { static int Other() => 1; void M(WebApplication app, System.Delegate handler) { " + statement + " } }");

    [Theory]
    [InlineData("class A : ControllerBase { [HttpPost(\"register\")] public int M(SignUp body) => 1; }")]
    [InlineData("class SignUpController : ControllerBase { [HttpPost(\"register\")] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpPost([|\"register\"|])] public int M(string body) => 1; }")]
    public Task A_controller_that_a_rule_excepts_by_a_type_is_not_meant(string type) => MarkedCode.Judge(
        "endpoint: POST **/register, except: [\"T:SignUp\", \"T:SignUpController\"]", Usings + "class SignUp { } " + type);

    [Theory]
    [InlineData("class A : ControllerBase { [HttpPost([|\"register\"|])] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpPost([|\"~/register\"|])] public int M() => 1; }")]
    [InlineData("[Route(\"oauth\")] class A : ControllerBase { [HttpPost([|\"register\"|])] public int M() => 1; }")]
    [InlineData("[Route(\"oauth/register\")] class A : ControllerBase { [[|HttpPost|]] public int M() => 1; }")]
    [InlineData("[Route(\"oauth/register\")] class A : ControllerBase { public int [|M|]() => 1; }")]
    [InlineData("[Route(\"[controller]/[action]\")] class OAuthController : ControllerBase { [[|HttpPost|]] public int Register() => 1; }")]
    [InlineData("[Route(\"[controller]/[action]\")] class OAuthController : ControllerBase { [[|HttpPost|]] public int RegisterAsync() => 1; }")]
    [InlineData("[Route(\"[action]\")] class A : ControllerBase { [[|HttpPost|], ActionName(\"register\")] public int M() => 1; }")]
    [InlineData("[Route(\"[Controller]\")] class RegisterController : ControllerBase { [[|HttpPost|]] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpPost, Route([|\"register\"|])] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [Route([|\"register\"|])] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [AcceptVerbs(\"PUT\", \"POST\", Route = \"register\")] public int M() => 1; }", true)]
    [InlineData("[Route(\"register\")] class Base : ControllerBase { } class A : Base { [[|HttpPost|]] public int M() => 1; }")]
    [InlineData("[Route(\"a\"), Route(\"register\")] class A : ControllerBase { [[|HttpPost|]] public int M() => 1; }")]
    [InlineData("[Route(\"register\")] class A : ControllerBase { [[|HttpPost|], HttpGet(\"all\")] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpGet(\"register\")] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpGet, Route(\"register\")] public int M() => 1; }")]
    [InlineData("class A : ControllerBase { [HttpPost] public int Register() => 1; }")]
    [InlineData("[Route(\"register\")] class A : ControllerBase { [HttpPost(\"more\")] public int M() => 1; "
        + "[NonAction] public int N() => 1; int O() => 1; public static int P() => 1; }")]
    [InlineData("[Route(\"register\")] class A : ControllerBase { [HttpPost(\"/other\")] public int M() => 1; }")]
    [InlineData("[Route(\"[area]/register\")] class A : ControllerBase { [HttpPost] public int M() => 1; }")]
    [InlineData("abstract class A : ControllerBase { [HttpPost(\"register\")] public int M() => 1; }")]
    public Task A_route_of_a_controller_is_judged(string type, bool isAtAttribute = false) => MarkedCode.Judge(
        "endpoint: POST **/register",
        Usings + (isAtAttribute ? type.Replace("\"PUT\"", "[|\"PUT\"|]") : type));

    [Theory]
    [InlineData("app.MapGroup(\"oauth\").MapPost(\"{id}/register/\", () => 1);", "POST /oauth/{id}/register")]
    [InlineData("app.Map(\"/register\", () => 1);", "/register")]
    [InlineData("app.MapMethods(\"/register\", new[] { \"PUT\", \"POST\" }, () => 1);", "PUT,POST /register")]
    [InlineData("((IEndpointRouteBuilder)new object()).MapPost(\"/register\", () => 1);", "POST …/register")]
    public async Task The_message_names_the_whole_route(string statement, string route)
    {
        var (_, told) = await MarkedCode.Of("endpoint: POST **/register").WithCode(Usings + "class C { void M(WebApplication app) { " + statement + " } }")
            .Analyze();

        Assert.StartsWith($"ADR-0001 rejects {route}. Some decision.", Assert.Single(told).GetMessage());
    }

    [Fact]
    public async Task A_group_that_is_its_own_value_is_not_followed_forever()
    {
        var (_, told) = await MarkedCode.Of("endpoint: POST **/register")
            .WithCode(Usings + "class C { void M() { var a = a.MapGroup(\"/x\"); a.MapPost(\"/register\", () => 1); } }").Analyze();

        Assert.DoesNotContain(told, d => d.Id == "AD0001");
    }

    [Fact]
    public Task A_method_of_the_same_name_maps_nothing() => MarkedCode.Judge(
        "endpoint: POST **/register", "class C { void MapPost(string pattern, System.Action handler) => MapPost(\"/register\", () => { }); }");
}
