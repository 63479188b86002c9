namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What Compose files and the values of Helm charts give to containers.</summary>
public sealed class ComposeTests
{
    private const string Compose = """
        x-common: &common
          Gateway__Registration__Enabled: true
        services:
          gateway:
            image: gateway
            environment:
              <<: *common
              DOTNET_ENVIRONMENT: Staging
              FROM_SHELL:
          worker:
            environment:
              - Queue__Count=2
              - "Queue__Name=a b"
              - FROM_SHELL
          plain:
            image: x
        """;

    [Fact]
    public void Each_service_has_environment_variables()
    {
        var trees = Read.Trees("compose.yaml", Compose);
        Assert.Equal(["service gateway", "service worker", "x-common", null], trees.Select(tree => tree.Part?.Text));
        Assert.Equal("DOTNET_ENVIRONMENT = Staging @8,27\nGateway:Registration:Enabled = true @2,35\nENVIRONMENT = Staging @8,27", Read.Settings(trees[0]));
        Assert.Equal("Queue:Count = 2 @12,22\nQueue:Name = a b @13,9", Read.Settings(trees[1]));
        Assert.Equal(["Staging", null, null, null], trees.Select(tree => tree.Environment));
    }

    [Fact]
    public void The_file_is_a_configuration_too() => Assert.Contains(
        "services:gateway:environment:Gateway__Registration__Enabled = true @2,35", Read.Settings("compose.yaml", Compose, null));

    [Fact]
    public void The_values_of_a_chart_name_environment_variables()
    {
        var trees = Read.Trees("values.yaml", """
            gateway:
              extraEnvVars:
                - name: Gateway__Registration__Enabled
                  value: "true"
                - { name: Other, valueFrom: { fieldRef: x } }
              replicas: 2
            worker:
              env:
                Queue__Count: 2
                Queue__Removed: null
            """);
        Assert.Equal(["gateway:extraEnvVars", "worker:env", null], trees.Select(tree => tree.Part?.Text));
        Assert.Equal("Gateway:Registration:Enabled = true @4,14", Read.Settings(trees[0]));
        Assert.Equal("Queue:Count = 2 @9,19", Read.Settings(trees[1]));
    }
}
