namespace DecisionPolicies.Tests.Bypass;

/// <summary>What ADR-0001 does not rule out, however much it looks like it. A false alarm that is found becomes a row.</summary>
internal static class FalseAlarmTable
{
    public static IReadOnlyList<FalseAlarm> Rows { get; } =
    [
        .. DelegatedRegistration,
        .. GatewayAsClient,
        .. Catalogue,
        .. SignUp,
        .. MetadataDocuments,
        .. OtherProducts,
        .. SimilarKeys,
        .. SwitchedOff,
        .. OtherOrigins,
        .. OtherRoutes,
        .. OtherValues,
    ];

    private static IEnumerable<FalseAlarm> DelegatedRegistration =>
    [
        Server("Entra", "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"),
        Server("Keycloak", "https://sso.example/realms/main"),
        Server("Okta", "https://example.okta.com/oauth2/default"),
        Server("Cognito", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi"),
        Server("Auth0", "https://example.eu.auth0.com/"),
        Server("a provider whose path says register", "https://idp.example/oauth/register"),
        new("The upstream provider's own registration endpoint",
            ("Gateway:Upstream:RegistrationEndpoint", "https://idp.example/realms/main/clients-registrations/openid-connect")),
        new("The upstream provider's own registration endpoint, in its metadata",
            ("Gateway:Upstream:Metadata:registration_endpoint", "https://idp.example/connect/register")),
        new("Delegated registration at the upstream provider", ("Gateway:DelegatedRegistration:Enabled", "true")),
        new("Discovery of the upstream provider",
            ("Gateway:Discovery:AuthorizationServerMetadata", "https://idp.example/.well-known/oauth-authorization-server")),
        new("Protected resource metadata", ("Gateway:ProtectedResource:Path", "/.well-known/oauth-protected-resource"),
            ("Gateway:ProtectedResource:Enabled", "true")),
        new("Several upstream providers", ("Gateway:AuthorizationServers:1", "https://idp2.example"),
            ("Gateway:AuthorizationServers:2", "https://idp3.example")),
        Route("to the upstream provider's metadata", "/.well-known/oauth-authorization-server"),
        Route("to protected resource metadata", "/.well-known/oauth-protected-resource/{**rest}", "metadata"),
        new("A cluster whose address is the provider's registration endpoint",
            ("ReverseProxy:Clusters:idp:Destinations:only:Address", "https://idp.example/oauth/register")),
    ];

    private static IEnumerable<FalseAlarm> GatewayAsClient =>
    [
        new("The gateway registers itself at a resource that asks for it", ("Gateway:Egress:Atlassian:DynamicClientRegistration:Enabled", "true")),
        new("The endpoint at which the gateway registers itself",
            ("Gateway:Egress:Atlassian:Registration:Endpoint", "https://auth.atlassian.example/register")),
        new("The client id that the gateway got there", ("Gateway:Egress:Atlassian:Registration:ClientId", "abc")),
        new("The switch of the gateway's registration there", ("Gateway:Egress:Atlassian:Registration:Enabled", "true")),
        new("The client id of the gateway at its provider", ("Gateway:ClientId", "gateway"), ("Gateway:Client:Id", "gateway")),
        new("The options of an MCP client that registers", ("McpClients:atlassian:OAuth:DynamicClientRegistration:ClientName", "gateway"),
            ("McpClients:atlassian:OAuth:DynamicClientRegistration:InitialAccessToken", "x")),
        new("A section that is called DynamicClientRegistration, of the client side", ("DynamicClientRegistration:Enabled", "true"),
            ("DynamicClientRegistration:ClientUri", "https://gateway.example")),
    ];

    private static IEnumerable<FalseAlarm> Catalogue =>
    [
        Route("that adds a server to the catalogue", "/api/servers/register"),
        Route("that adds a server to the catalogue, by the shortest path", "/register"),
        Route("that adds a server to the catalogue and says so", "/register", "catalogue"),
        Route("that looks like client registration and is the catalogue's", "/oauth/register", "catalogue"),
        Route("that looks like a client's dynamic registration and is the catalogue's", "/connect/dcr", "Catalogue"),
        new("Registration of servers in the catalogue", ("Gateway:Catalogue:Registration:Enabled", "true"),
            ("Gateway:Catalogue:Registration:Endpoint", "/api/servers/register")),
        new("Registration of one server in the catalogue", ("Gateway:Servers:0:Registration:Enabled", "true")),
        new("A route whose name is register", ("ReverseProxy:Routes:register:Match:Path", "/servers/a/mcp")),
        new("A route whose kind a later source sets", ("ReverseProxy:Routes:main:Match:Path", "/oauth/register"),
            ("reverseproxy:routes:MAIN:metadata:kind", "catalogue")),
    ];

    private static IEnumerable<FalseAlarm> SignUp =>
    [
        Route("for users to sign up", "/register", "signup"),
        Route("for users to sign up, below identity", "/identity/register"),
        Route("for users to sign up, that looks like client registration", "/oauth2/register", "signup"),
        new("Users may sign up", ("Identity:Registration:Enabled", "true"), ("Gateway:SignUp:Enabled", "true")),
        new("Users may register", ("Gateway:Users:Registration:Enabled", "yes"), ("Gateway:UserRegistration:Enabled", "1")),
    ];

    private static IEnumerable<FalseAlarm> MetadataDocuments =>
    [
        new("Client ID Metadata Documents", ("Gateway:ClientIdMetadataDocuments:Enabled", "true")),
        new("Client ID Metadata Documents, by the name in the metadata", ("Gateway:Metadata:client_id_metadata_document_supported", "true")),
        new("A client id that is the URL of its metadata", ("Gateway:ClientIdMetadataDocuments:ClientId", "https://client.example/metadata.json")),
        new("The gateway's own metadata document", ("Gateway:ClientIdMetadataDocuments:Endpoint", "https://gateway.example/client.json")),
    ];

    // Spelled as these products spell them, where they share the configuration of the gateway.
    private static IEnumerable<FalseAlarm> OtherProducts =>
    [
        new("IBM ContextForge as a registering client", ("DCR_ENABLED", "true")),
        new("IBM ContextForge with users that register", ("PUBLIC_REGISTRATION_ENABLED", "true")),
        new("Supabase with users that sign up", ("GOTRUE_DISABLE_SIGNUP", "false")),
        new("Spring AI as a registering client", ("spring.ai.mcp.client.authorization.dynamic-client-registration.enabled", "true")),
        new("node oidc-provider with management alone", ("features:registrationManagement:enabled", "true")),
        new("agentgateway with a provider that registers no clients", ("mcpAuthentication:provider:auth0", "{}")),
        new("agentgateway without a provider", ("mcpAuthentication:issuer", "https://idp.example")),
    ];

    private static IEnumerable<FalseAlarm> SimilarKeys =>
    [
        On("Gateway:RegistrationManagement:Enabled"),
        On("Gateway:Registrations:Enabled"),
        On("Gateway:Registration:EnabledBy"),
        On("Gateway:Registration:Enabled:Since"),
        On("Gateway:Registration:IsEnabled"),
        On("Gateway:Registration:Management:Enabled"),
        On("Gateway:PreRegistration:Enabled"),
        On("Gateway:Registration"),
        On("Registration:Enabled"),
        On("Gateway2:Registration:Enabled"),
        On("My:Gateway:Registration:Enabled"),
        On("Gateway.Registration.Enabled"),
        On("Gateway/Registration/Enabled"),
        On("Gateway__Registration__Enabled"),
        On("Gateway--Registration--Enabled"),
        On("GatewayRegistrationEnabled"),
        On("Gateway::Registration:Enabled"),
        On("Gateway:Registration:Enabled:"),
        On(":Gateway:Registration:Enabled"),
        On("Gateway: Registration:Enabled"),
        On("Gateway:Registration:Enabled "),
        On("Gateway:Regi\u017Ftration:Enabled"),
        On("Gateway:Reg\u0131stration:Enabled"),
        On("Gateway:Registration:\u200BEnabled"),
        new("The key Gateway:Registration:Endpoints", ("Gateway:Registration:Endpoints:0", "/register")),
        new("The key Gateway:Registration:ClientIds", ("Gateway:Registration:ClientIds:0", "mock")),
        new("The key Gateway:AuthorizationServer", ("Gateway:AuthorizationServer", "https://gateway.example")),
        new("The key Gateway:AuthorizationServers itself", ("Gateway:AuthorizationServers", "https://gateway.example")),
        new("A key below an authorization server", ("Gateway:AuthorizationServers:0:Resource", "https://gateway.example")),
    ];

    private static IEnumerable<FalseAlarm> SwitchedOff =>
    [
        Off("false"),
        Off("False"),
        Off(" FALSE "),
        Off("false\0"),
        Off("0"),
        Off("no"),
        Off("off"),
        new("The switch, null", ("Gateway:Registration:Enabled", null)),
        new("The switch, true and taken back by false", ("Gateway:Registration:Enabled", "true"), ("gateway:registration:ENABLED", "false")),
        new("The switch, true and taken back by null", ("Gateway:Registration:Enabled", "true"), ("Gateway:Registration:Enabled", null)),
        new("The endpoint, empty", ("Gateway:Registration:Endpoint", "")),
        new("The endpoint, blank", ("Gateway:Registration:Endpoint", " \t")),
        new("The endpoint, null", ("Gateway:Registration:Endpoint", null)),
        new("The endpoint, set and taken back by the empty text", ("Gateway:Registration:Endpoint", "/register"), ("Gateway:Registration:Endpoint", "")),
        new("The client id, empty", ("Gateway:Registration:ClientId", "")),
        new("The whole section, null", ("Gateway:Registration", null)),
        new("The whole section, empty", ("Gateway:Registration", "")),
        new("All keys of the section, empty or off", ("Gateway:Registration:Enabled", "false"), ("Gateway:Registration:Endpoint", ""),
            ("Gateway:Registration:ClientId", null)),
    ];

    private static IEnumerable<FalseAlarm> OtherOrigins =>
    [
        Server("another port of the gateway's host", "https://gateway.example:8443"),
        Server("the gateway's host over http", "http://gateway.example"),
        Server("a host below the gateway's", "https://login.gateway.example"),
        Server("the host above the gateway's", "https://example"),
        Server("a host that starts like the gateway's", "https://gateway.example.evil.test"),
        Server("a host that ends like the gateway's", "https://my-gateway.example"),
        Server("a URL whose user is the gateway's host", "https://gateway.example@idp.example"),
        Server("a URL whose path is the gateway's origin", "https://idp.example/https://gateway.example"),
        Server("a URL whose query is the gateway's origin", "https://idp.example/?resource=https://gateway.example"),
        Server("a URL whose host looks like the gateway's", "https://gatewаy.example"),
        Server("a name instead of a URL", "gateway.example"),
        Server("nothing", ""),
        Server("null", null),
        new("The gateway's origin as an audience", ("Gateway:Audience", "https://gateway.example"), ("Gateway:Resource", "https://gateway.example")),
        new("An authorization server that was the gateway and is replaced", ("Gateway:AuthorizationServers:1", "https://gateway.example"),
            ("Gateway:AuthorizationServers:1", "https://idp2.example")),
        new("An authorization server where the gateway's origin is not set", ("Gateway:PublicOrigin", null),
            ("Gateway:AuthorizationServers:1", "https://gateway.example")),
    ];

    private static IEnumerable<FalseAlarm> OtherRoutes =>
    [
        Route("to a token endpoint", "/oauth/token", "oauth"),
        Route("to an authorization endpoint", "/connect/authorize"),
        Route("whose path ends like registration", "/oauth/preregister"),
        Route("whose path starts like registration", "/oauth/registered"),
        Route("whose path has registration in the middle", "/oauth/register/help"),
        Route("whose path joins both words", "/oauthregister"),
        Route("whose path separates the words", "/oauth/servers/register"),
        Route("to what people call regions", "/reg/eu"),
        Route("for a regular API", "/reg"),
        Route("that says it is of OAuth and registers nothing", "/registry", "oauth"),
        new("A catch-all route that only reads",
            ("ReverseProxy:Routes:main:Match:Path", "/docs/{**rest}"), ("ReverseProxy:Routes:main:Match:Methods:0", "GET")),
        new("A route of OAuth that only reads", ("ReverseProxy:Routes:main:Match:Path", "/{**rest}"), ("ReverseProxy:Routes:main:Match:Methods:0", "GET"),
            ("ReverseProxy:Routes:main:Match:Methods:1", "HEAD"), ("ReverseProxy:Routes:main:Metadata:Kind", "oauth")),
        Route("with a parameter before another word", "/servers/{name}/mcp"),
        Route("with a parameter for a file", "/assets/{file}.js"),
        Route("to an MCP server, as a catch-all", "/github/{**rest}", "mcp"),
        Route("to user sign-up, as a catch-all", "/identity/{**rest}", "signup"),
        Route("whose path is empty", ""),
        Route("whose path is null", null),
        new("A path of registration outside the proxy", ("Docs:Pages:0:Path", "/oauth/register")),
        new("A path of registration in a health check", ("ReverseProxy:Clusters:idp:HealthCheck:Active:Path", "/oauth/register")),
        new("A query that a route matches", ("ReverseProxy:Routes:main:Match:QueryParameters:0:Values:0", "/oauth/register")),
    ];

    private static IEnumerable<FalseAlarm> OtherValues =>
    [
        Value("Null where true is forbidden", null, Literal.True),
        Value("Null where a number other than the default is forbidden", null, Literal.Number("5")),
        Value("Null where a time span other than the default is forbidden", null, Literal.String("00:05:00")),
        Value("Null where a name is forbidden", null, Literal.String("Mock")),
        Value("Null where the empty text is forbidden", null, Literal.String("")),
        Value("The empty text where a default is forbidden", "", Literal.False),
        Value("A list of names that only contain the forbidden one", "Mocked, UnMock, Mock2", Literal.String("Mock")),
        Value("A sentence that contains the forbidden name", "no, never Mock anything, please", Literal.String("Mock")),
        Value("A list in which text is that may not be a name", "https://a.example,https://b.example", Literal.String("https://b.example")),
        Value("A list of numbers", "1,2,3", Literal.Number("2")),
        Value("A list with another separator", "Real;Mock", Literal.String("Mock")),
        Value("The number of a member where no options show its name", "1", Literal.String("Mock")),
    ];

    private static FalseAlarm Value(string name, string? value, Literal forbidden) =>
        new(name, ("Section:Value", value)) { Forbidden = Condition.EqualTo(forbidden) };

    private static FalseAlarm Server(string what, string? url) => new($"The authorization server is {what}", ("Gateway:AuthorizationServers:0", url));

    private static FalseAlarm Route(string what, string? path, string? kind = null) => new($"A route {what}",
        [("ReverseProxy:Routes:main:Match:Path", path), .. kind is null ? [] : new[] { ("ReverseProxy:Routes:main:Metadata:Kind", (string?)kind) }]);

    private static FalseAlarm On(string key) => new($"The key {Shown(key)}, on", (key, "true"));

    private static FalseAlarm Off(string value) => new($"The switch, {Shown(value)}", ("Gateway:Registration:Enabled", value));

    // The name of a test does not show white space, or a letter that looks like another.
    private static string Shown(string text) => string.Concat(text.Select(c => c > ' ' && c < '\x7F' ? c.ToString() : $"<U+{(int)c:X4}>"));
}
