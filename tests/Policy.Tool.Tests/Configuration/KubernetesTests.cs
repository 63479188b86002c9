using System.Text;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What Kubernetes manifests give to containers.</summary>
public sealed class KubernetesTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gateway
        spec:
          template:
            spec:
              initContainers:
                - name: migrate
                  env: [{ name: Queue__Count, value: "2" }]
              containers:
                - name: app
                  env:
                    - name: ASPNETCORE_ENVIRONMENT
                      value: Staging
                    - name: Gateway__Registration__Enabled
                      value: "true"
                    - name: Gateway__Secret
                      valueFrom: { secretKeyRef: { name: a, key: b } }
                    - name: Gateway__Empty
        """;

    [Theory]
    [InlineData("{ name: ASPNETCORE_ENVIRONMENT, valueFrom: { fieldRef: x } }", null, true)]
    [InlineData("{ name: aspnetcore_environment, valueFrom: { fieldRef: x } }", null, true)]
    [InlineData("{ name: ASPNETCORE_ENVIRONMENT, value: QA }, { name: DOTNET_ENVIRONMENT, valueFrom: { fieldRef: x } }", null, true)]
    [InlineData("{ name: DOTNET_ENVIRONMENT, value: QA }, { name: ASPNETCORE_ENVIRONMENT, valueFrom: { fieldRef: x } }", "QA", false)]
    [InlineData("{ name: DOTNET_ENVIRONMENT, valueFrom: { fieldRef: x } }, { name: DOTNET_ENVIRONMENT, value: QA }", "QA", false)]
    [InlineData("{ name: DOTNET_ENVIRONMENT, value: QA }, { name: DOTNET_ENVIRONMENT, valueFrom: { fieldRef: x } }", null, true)]
    public void An_environment_from_elsewhere_is_not_known(string env, string? environment, bool isUnknown)
    {
        var tree = Read.Trees("pod.yaml", Pod($"{env}, {{ name: A, value: b }}"))[0];
        Assert.Equal((environment, isUnknown), (tree.Environment, tree.HasUnknownEnvironment));
    }

    [Theory]
    [InlineData("{ name: A__B, value: x }, { name: A__B, valueFrom: { fieldRef: x } }", "C = d")]
    [InlineData("{ name: x.y__B, value: z }", "x.y:B = z")]
    [InlineData("{ name: A__b/c__D, value: z }", "A:b/c:D = z")]
    [InlineData("{ name: \"A__b c\", value: z }", "A:b c = z")]
    [InlineData("{ name: A__B }", "A:B = ")]
    [InlineData("{ name: A__B, value: null }", "A:B = ")]
    [InlineData("{ name: \"\" , value: z}", "C = d")]
    public void A_variable_is_what_Kubernetes_makes_of_it(string env, string expected) =>
        Assert.StartsWith(expected, Read.Settings(Read.Trees("pod.yaml", Pod($"{env}, {{ name: C, value: d }}"))[0]));

    private static string Pod(string env) => $"apiVersion: v1\nkind: Pod\nspec: {{ containers: [{{ name: app, env: [{env}] }}] }}";

    [Fact]
    public void Each_container_has_environment_variables()
    {
        var trees = Read.Trees("deployment.yaml", Deployment);
        Assert.Equal(
            ["container migrate of Deployment gateway", "container app of Deployment gateway", "Deployment gateway"], trees.Select(tree => tree.Part?.Text));
        Assert.Equal("Queue:Count = 2 @10,46", Read.Settings(trees[0]));
        Assert.Equal(
            "ASPNETCORE_ENVIRONMENT = Staging @15,22\nGateway:Registration:Enabled = true @17,22\nGateway:Empty =  @20,21\nENVIRONMENT = Staging @15,22",
            Read.Settings(trees[1]));
    }

    [Fact]
    public void A_container_declares_its_host_environment() =>
        Assert.Equal([null, "Staging", null], Read.Trees("deployment.yaml", Deployment).Select(tree => tree.Environment));

    [Fact]
    public void The_manifest_is_a_configuration_too() => Assert.Contains(
        "spec:template:spec:containers:0:env:1:value = true @17,22", Read.Settings("deployment.yaml", Deployment, "Deployment gateway"));

    [Theory]
    [InlineData("kind: Pod", "spec: { containers: [{ name: app, env: [{ name: A, value: x }] }] }", "container app of Pod g")]
    [InlineData(
        "kind: CronJob",
        "spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: app, env: [{ name: A, value: x }] }] } } } } }",
        "container app of CronJob g")]
    [InlineData("kind: Rollout", "spec: { template: { spec: { containers: [{ env: [{ name: A, value: x }] }] } } }", "container 0 of Rollout g")]
    [InlineData("kind: Pod", "spec: { ephemeralContainers: [{ name: \"not\\na name\", env: [{ name: A, value: x }] }] }", "container 0 of Pod g")]
    public void Any_kind_that_has_containers_is_looked_through(string kind, string spec, string part)
    {
        var text = $"apiVersion: v1\n{kind}\nmetadata: {{ name: g }}\n{spec}\n";
        Assert.StartsWith("A = x @4,", Read.Settings("pod.yaml", text, part));
    }

    [Fact]
    public void A_file_in_a_ConfigMap_has_its_places_in_the_manifest()
    {
        var trees = Read.Trees("map.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: gateway }
            data:
              appsettings.json: |

                {
                  // a comment
                  "Gateway": { "Registration": { "Enabled": true } }
                }
              gateway.ini: |-
                [Gateway]
                Url = x
              folded.env: >
                A__B=1
              Gateway__Registration__Enabled: "yes"
              ASPNETCORE_ENVIRONMENT: Production
            """);
        Assert.Equal(
            ["ConfigMap gateway, appsettings.json", "ConfigMap gateway, gateway.ini", "ConfigMap gateway, folded.env", "data of ConfigMap gateway",
                "ConfigMap gateway"],
            trees.Select(tree => tree.Part?.Text));
        Assert.Equal("Gateway:Registration:Enabled = True @9,49", Read.Settings(trees[0]));
        Assert.Equal("Gateway:Url = x @13,11", Read.Settings(trees[1]));
        Assert.Equal("A:B = 1 @14,15", Read.Settings(trees[2]));
        Assert.StartsWith("Gateway:Registration:Enabled = yes @16,35\n", Read.Settings(trees[3]));
        Assert.Equal("Production", trees[3].Environment);
        Assert.Equal("apiVersion = v1 @1,13\nkind = ConfigMap @2,7\nmetadata:name = gateway @3,19", Read.Settings(trees[4]));
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("deploy/AppSettings.Production.json")]
    [InlineData("appsettings.a.b.json")]
    public void Settings_of_a_host_are_not_a_manifest_whatever_keys_they_have(string name)
    {
        const string Text = """{ "apiVersion": "v1", "kind": "ConfigMap", "data": { "A__B": "1" } }""";
        Assert.Equal("apiVersion = v1 @1,17\nkind = ConfigMap @1,31\ndata:A__B = 1 @1,62", Read.Settings(name, Text));
        Assert.Equal("A:B = 1 @1,62", Read.Settings(Read.Trees("configmap.json", Text)[0]));
        // No host loads this one by itself.
        Assert.Equal("A:B = 1 @1,62", Read.Settings(Read.Trees("appsettings-configmap.json", Text)[0]));
    }

    [Fact]
    public void A_fault_in_a_file_in_a_ConfigMap_has_its_place_and_hides_nothing_else()
    {
        var file = Read.File("map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a.json: |\n    {\n      \"a\" 1\n    }\n  b.json: '{\"b\": 2}'\n");
        Assert.Equal(["6,11: In a.json: A ':' is missing after the name."], Read.Faults(file));
        Assert.Equal("b = 2 @8,11", Read.Settings(file.Trees.Single(tree => tree.Part?.Text == "ConfigMap, b.json")));
    }

    [Fact]
    public void A_Secret_is_decoded()
    {
        var trees = Read.Trees("secret.yaml", $"""
            apiVersion: v1
            kind: Secret
            metadata: {"{"} name: s {"}"}
            data:
              Gateway__Secret: {Base64("first")}
              Gateway__Url: {Base64("from data")}
              appsettings.json: {Base64("{ \"Gateway\": { \"Registration\": { \"Enabled\": true } } }")}
              certificate: {Convert.ToBase64String([0xFF, 0xFE, 0x00])}
            stringData:
              Gateway__Url: from stringData
            """);
        Assert.Equal("Gateway:Registration:Enabled = True @7,21", Read.Settings(trees[0]));
        Assert.Equal("Gateway:Secret = first @5,20\nGateway:Url = from stringData @10,17", Read.Settings(trees[1]));
        Assert.Equal("apiVersion = v1 @1,13\nkind = Secret @2,7\nmetadata:name = s @3,19", Read.Settings(trees[2]));
    }

    [Theory]
    [InlineData("  a: 'not base64, a secret'\n", "4,6: This is not base64.")]
    [InlineData("  a.json: /w==\n", "4,11: This base64 does not decode to UTF-8 text.")]
    public void Invalid_base64_is_reported_without_the_value(string data, string fault) =>
        Assert.Equal(fault, Read.Faults("secret.yaml", $"apiVersion: v1\nkind: Secret\ndata:\n{data}"));

    [Fact]
    public void The_items_of_a_list_are_manifests()
    {
        var trees = Read.Trees("all.yaml", """
            apiVersion: v1
            kind: List
            items:
              - { apiVersion: v1, kind: ConfigMap, metadata: { name: one }, data: { A: x } }
              - { apiVersion: v1, kind: Pod, metadata: { name: two }, spec: { containers: [{ name: app, env: [{ name: B, value: z }] }] } }
              - { metadata: { name: three } }
            """);
        Assert.Equal(["data of ConfigMap one", "ConfigMap one", "container app of Pod two", "Pod two", "item 3"], trees.Select(tree => tree.Part?.Text));
    }

    [Fact]
    public void A_value_that_two_trees_see_has_one_place_and_the_container_comes_first()
    {
        var places = Read.Trees("deployment.yaml", Deployment).SelectMany(tree => Read.All(tree).Select(setting => (tree.Part, setting)))
            .Where(found => found.setting.Value == "true").ToList();
        Assert.Equal(["container app of Deployment gateway", "Deployment gateway"], places.Select(found => found.Part?.Text));
        Assert.Single(places.Select(found => found.setting.Place).Distinct());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
