namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What a process is started with is found wherever it is written, and what never shares a process is never put together.</summary>
public sealed class ProcessTests
{
    private const string On = "Gateway:Registration:Enabled = true";

    [Theory]
    [InlineData("a.tf", "locals {\na = [", "{ A__B = 1 },", "]\n}")]
    [InlineData("a.tfvars", "a = [", "{ A__B = 1 },", "]\n")]
    [InlineData("a.json", "[", "{\"A__B\":1},", "1]")]
    [InlineData("a.yaml", "", "- A__B: 1\n", "")]
    [InlineData("a.yaml", "", "---\nA: 1\n", "")]
    public void Processes_and_documents_have_a_limit(string name, string before, string part, string after)
    {
        var file = Read.File(name, before + string.Concat(Enumerable.Repeat(part, 100_002)) + after);
        Assert.Equal(
            ["1,1: The file has more than 100000 documents and processes, which is the limit. Divide it: the rest is not checked."], Read.Faults(file));
        Assert.InRange(file.Trees.Count, 99_999, 100_001);
    }

    [Theory]
    [InlineData("appservice.json", """[ { "name": "Gateway__Registration__Enabled", "value": "true", "slotSetting": false } ]""")]
    [InlineData("arm.json", """
        { "resources": [ { "properties": { "siteConfig": { "appSettings": [ { "name": "Gateway__Registration__Enabled", "value": "true" } ] } } } ] }
        """)]
    [InlineData("parameters.json", """{ "parameters": { "Gateway__Registration__Enabled": { "value": "true" } } }""")]
    [InlineData("aspire.json", """{ "resources": { "gateway": { "env": { "Gateway__Registration__Enabled": "true" } } } }""")]
    [InlineData("ecs.json", """
        { "containerDefinitions": [ { "name": "app", "environment": [ { "name": "Gateway__Registration__Enabled", "value": "true" } ] } ] }
        """)]
    [InlineData("compose.json", """{ "services": { "gw": { "environment": { "Gateway__Registration__Enabled": "true" } } } }""")]
    [InlineData("compose.json", """{ "services": { "gw": { "environment": [ "Gateway__Registration__Enabled=true" ] } } }""")]
    [InlineData("pairs.json", """{ "anything": [ { "Key": "Gateway__Registration__Enabled", "Value": "true" } ] }""")]
    [InlineData("azure-pipelines.yml", "variables:\n  - name: Gateway__Registration__Enabled\n    value: true\n")]
    [InlineData("gitlab-ci.yml", "variables:\n  Gateway__Registration__Enabled: \"true\"\n")]
    [InlineData("job.yml", "jobs:\n  a:\n    steps:\n      - env: { Gateway__Registration__Enabled: 'true' }\n")]
    [InlineData("playbook.yml", "- hosts: all\n  tasks:\n    - environment: { Gateway__Registration__Enabled: \"true\" }\n")]
    [InlineData("serverless.yml", "provider:\n  environment: { Gateway__Registration__Enabled: \"true\" }\n")]
    [InlineData("containerapp.yaml", "properties:\n  template:\n    containers:\n      - name: app\n"
        + "        env: [ { name: Gateway__Registration__Enabled, value: \"true\" } ]\n")]
    [InlineData("values.yaml", "gateway:\n  envVars: [ { name: Gateway__Registration__Enabled, value: \"true\" } ]\n")]
    [InlineData("values.yaml", "gateway:\n  anything: { Gateway__Registration__Enabled: \"true\" }\n")]
    [InlineData("values.yaml", "gateway:\n  extraEnv: |\n    - name: Gateway__Registration__Enabled\n      value: \"true\"\n")]
    [InlineData("values.yaml", "gateway:\n  extraEnv: |\n    Gateway__Registration__Enabled=true\n    B__C=1\n")]
    [InlineData("values.yaml", "gateway:\n  config:\n    appsettings.json: |\n      { \"Gateway\": { \"Registration\": { \"Enabled\": \"true\" } } }\n")]
    [InlineData("kustomization.yaml", "configMapGenerator:\n  - name: gw\n    literals:\n      - Gateway__Registration__Enabled=true\n")]
    [InlineData("kustomization.yaml", "patches:\n  - patch: |-\n      - op: add\n        path: /spec/template/spec/containers/0/env/-\n"
        + "        value: { name: Gateway__Registration__Enabled, value: \"true\" }\n")]
    [InlineData("patch.yaml", "- op: add\n  path: /spec/template/spec/containers/0/env/-\n"
        + "  value: { name: Gateway__Registration__Enabled, value: \"true\" }\n")]
    [InlineData("patch.json", """[ { "op": "replace", "path": "/data/Gateway__Registration__Enabled", "value": "true" } ]""")]
    [InlineData("application.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n"
        + "      parameters: [ { name: gateway.env.Gateway__Registration__Enabled, value: \"true\" } ]\n")]
    [InlineData("application.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n"
        + "        env:\n          Gateway__Registration__Enabled: \"true\"\n")]
    [InlineData("fly.toml", "[env]\nGateway__Registration__Enabled = \"true\"\n")]
    [InlineData("compose.yaml", "services:\n  gw: { image: x, configs: [ { source: s, target: /app/appsettings.Production.json } ] }\n"
        + "configs:\n  s:\n    content: |\n"
        + "      { \"Gateway\": { \"Registration\": { \"Enabled\": \"true\" } } }\n")]
    [InlineData("configmap.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  config: |\n"
        + "    { \"Gateway\": { \"Registration\": { \"Enabled\": \"true\" } } }\n")]
    [InlineData("configmap.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  env: |\n    # all\n    Gateway__Registration__Enabled=true\n    B=1\n")]
    [InlineData("launchSettings.json", """{ "profiles": { "https": { "environmentVariables": { "Gateway__Registration__Enabled": "true" } } } }""")]
    [InlineData("local.settings.json", """{ "Values": { "Gateway:Registration:Enabled": "true" } }""")]
    [InlineData("deployment.yaml", """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              containers:
                - name: app
                  env:
                    - { name: ON, value: "true" }
                    - { name: Gateway__Registration__Enabled, value: "$(ON)" }
        """)]
    public void A_variable_is_found(string name, string text) =>
        Assert.Contains(Read.Trees(name, text), tree => Read.Settings(tree).Contains(On + " @", StringComparison.Ordinal));

    [Theory]
    [InlineData("args: [ \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("args: [ --Gateway:Registration:Enabled, \"true\" ]")]
    [InlineData("args: [ /Gateway:Registration:Enabled, \"true\" ]")]
    [InlineData("args: [ \"/Gateway:Registration:Enabled=true\" ]")]
    [InlineData("args: [ \"Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: [ dotnet, app.dll, \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: [ dotnet, app.dll ]\n    args: [ \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: [ /app/gateway, \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: [ sh, -c, \"exec dotnet app.dll --Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: dotnet app.dll --Gateway:Registration:Enabled=true")]
    [InlineData("command: [ \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("command: [ /Gateway:Registration:Enabled, \"true\" ]")]
    [InlineData("entrypoint: [ dotnet, app.dll ]\n    command: [ \"--Gateway:Registration:Enabled=true\" ]")]
    [InlineData("environment: { ON: \"true\" }\n    command: [ \"--Gateway:Registration:Enabled=$(ON)\" ]")]
    public void An_argument_is_found(string arguments) => Assert.Contains(
        On + " @", Read.Settings("compose.yaml", $"services:\n  gateway:\n    {arguments}\n", "service gateway"));

    [Theory]
    [InlineData("command: [ dotnet, \"A:B=1.dll\" ]")]
    [InlineData("args: [ -A:B=1 ]")]
    [InlineData("args: [ --A:B ]")]
    [InlineData("command: [ /app, \"1\" ]")]
    public void Words_that_the_provider_ignores_set_nothing(string arguments) => Assert.Equal(
        [null], Read.Trees("compose.yaml", $"services:\n  gateway:\n    {arguments}\n").Select(tree => tree.Part?.Text));

    [Fact]
    public void An_argument_wins_over_a_variable_of_the_same_process() => Assert.Equal(
        "A:B = 2 @4,19",
        Read.Settings("compose.yaml", "services:\n  gateway:\n    environment: { A__B: 1 }\n    command: [ x, \"--A:B=2\" ]\n", "service gateway")
            .Split('\n').Last());

    [Fact]
    public void Each_process_is_a_configuration_of_its_own() => Assert.Equal(
        ["service a", "service b", null],
        Read.Trees("compose.yaml", "services:\n  a: { environment: { A__B: 1 } }\n  b: { environment: { A__B: 2 } }\n").Select(tree => tree.Part?.Text));

    [Theory]
    [InlineData("Deployment/gateway/app")]
    [InlineData("Deployment/gateway/proxy")]
    public void A_process_has_a_name(string name) => Assert.Contains(name, Read.Trees("deployment.yaml", """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: gateway }
        spec: { template: { spec: { containers: [ { name: app, env: [ { name: A, value: "1" } ] }, { name: proxy, args: [ --A=1 ] } ] } } }
        """).Select(tree => tree.Part!.Name));

    [Theory]
    [InlineData("values.yaml", "replicas: 2\nimage: { name: x, tag: '1' }\n")]
    [InlineData("appsettings.json", """{ "List": [ { "Name": "A__B", "Value": "1" } ], "env": { "A": "1" } }""")]
    [InlineData("settings.json", """{ "Name": "a b", "Value": "1" }""")]
    [InlineData("ci.yml", "environment: production\n")]
    public void Other_settings_start_no_process(string name, string text) => Assert.DoesNotContain(Read.Trees(name, text), tree => tree.IsOfProcess);
}
