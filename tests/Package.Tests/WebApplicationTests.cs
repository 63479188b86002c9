namespace Package.Tests;

/// <summary>What the packages make of the code and the endpoints of a new web project.</summary>
public sealed class WebApplicationTests(JudgedApplication application) : IClassFixture<JudgedApplication>
{
    [Theory]
    [InlineData("/Program.cs(11,32): error DP3101: ADR-0001 rejects System.Collections.Queue. "
        + "Two were never in step. Instead: Give the one more workers. Read docs/adr/0001-no-second-queue.md")]
    [InlineData("/Program.cs(12,28): error DP3102: ADR-0001 rejects \"second_queue\". ")]
    [InlineData(
        "/Program.cs(13,43): error DP3103: ADR-0001 rejects System.Threading.Channels.Channel.CreateUnbounded<T> of the package System.Threading.Channels. ")]
    [InlineData("CSC : error DP3103: ADR-0001 rejects the package YamlDotNet. ")]
    [InlineData("/Program.cs(14,37): error DP3104: ADR-0001 rejects POST /queues/enqueue. ")]
    [InlineData("/Program.cs(15,32): warning DP3105: ADR-0001 rejects System.Collections.Stack; waived until 2027-01-31: The old one drains. ")]
    public void Code_that_violates_a_record_is_reported_at_its_place(string told) =>
        Assert.Contains(application.Built.FaultsOf("Web"), line => line.Contains(told));

    [Fact]
    public void It_fails_the_build() => Assert.False(application.Built.HasBuilt("Web"));

    [Theory]
    [InlineData("DP3101", "a pragma")]
    [InlineData("DP3102", "a global configuration")]
    [InlineData("DP3103", "NoWarn")]
    public void It_is_not_reported_if_the_project_suppresses_it(string id, string by) =>
        Assert.False(application.Built.FaultsOf("SuppressedWeb").Any(line => line.Contains(id)), $"{by} has not suppressed {id}.");

    [Fact]
    public void An_editor_configuration_sets_its_severity()
    {
        Assert.True(application.Built.HasBuilt("SuppressedWeb"));
        Assert.Contains(application.Built.FaultsOf("SuppressedWeb"), line => line.Contains("/Program.cs(14,37): warning DP3104: "));
    }

    [Fact]
    public async Task An_endpoint_that_no_constant_names_stops_the_start_with_exit_code_78_and_the_report()
    {
        var start = await application.Start("/enqueue");

        Assert.Equal(78, start.Code);
        Assert.Equal("""
            ADR-0001 rejects this endpoint: No second queue (accepted 2026-11-26)

              POST /enqueue
                handled by a lambda in Program
                must not serve POST **/enqueue

              Because   Two were never in step.
              Instead   Give the one more workers.
              Read      docs/adr/0001-no-second-queue.md
              Change    Supersede the record.

            Not started: ADR-0001 is broken at POST /enqueue.

            """.ReplaceLineEndings("\n"), start.Error.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("Started.", start.Output);
    }

    [Fact]
    public async Task Another_endpoint_does_not() => Assert.Contains("Started.", (await application.Start("/orders")).Succeeded().Output);
}

/// <summary>Web projects that have nothing but the package for web applications and a record, which their code breaks.</summary>
public sealed class JudgedApplication(PackedPackage package) : IAsyncLifetime
{
    // It ends by itself once it has started.
    private const string Program = """
        using DecisionPolicies;
        using Shop;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDecisionPolicies(Decisions.All);
        var app = builder.Build();
        app.MapPost(app.Configuration["Path"]!, () => "done");
        app.Lifetime.ApplicationStarted.Register(() => { Console.WriteLine("Started."); app.Lifetime.StopApplication(); });
        if (args is ["never"])
        {
            _ = new System.Collections.Queue();
            Console.WriteLine("the second_queue");
            _ = System.Threading.Channels.Channel.CreateUnbounded<int>();
            app.MapGroup("/queues").MapPost("/enqueue", () => 1);
            _ = new System.Collections.Stack();
        }
        return await app.RunWithDecisionsAsync();
        """;

    /// <summary>Two projects. In the second, each diagnostic is suppressed or lowered in a way of its own.</summary>
    public BuiltConsumers Built { get; private set; } = null!;

    /// <summary>Starts the application with an endpoint at this path.</summary>
    public Task<Outcome> Start(string path) => Built.Run("SuppressedWeb", "--urls", "http://127.0.0.1:0", "--Path", path);

    public async ValueTask InitializeAsync() => Built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        folder.Write("docs/adr/0001-no-second-queue.md", """
            ---
            status: accepted
            date: 2026-11-26
            because: Two were never in step.
            instead:
              - Give the one more workers.
            rules:
              - symbol: T:System.Collections.Queue
              - symbol: T:System.Collections.Stack
              - literal: second_queue
              - package: System.Threading.Channels
              - package: YamlDotNet
              - endpoint: POST **/enqueue
            waivers:
              - { rule: "T:System.Collections.Stack", until: 2027-01-31, because: The old one drains. }
            ---
            # No second queue
            """);
        Project("Web", "");
        folder.Write("Web/Program.cs", Program);

        // Each of its suppressions is one that a user has at hand, and the tests say that it works.
        Project("SuppressedWeb", "<NoWarn>$(NoWarn);DP3103</NoWarn>");
        folder.Write("SuppressedWeb/Program.cs", Program.Replace("\n\n", "\n#pragma warning disable DP3101\n", StringComparison.Ordinal));
        folder.Write("SuppressedWeb/.globalconfig", "is_global = true\ndotnet_diagnostic.DP3102.severity = none\n");
        folder.Write("SuppressedWeb/.editorconfig", "[*.cs]\ndotnet_diagnostic.DP3104.severity = warning\n");

        void Project(string name, string properties) => folder.WriteWebProject(
            $"{name}/{name}.csproj", properties, "<PackageReference Include=\"YamlDotNet\" Version=\"18.1.0\" />", "DecisionPolicies.AspNetCore");
    }
}
