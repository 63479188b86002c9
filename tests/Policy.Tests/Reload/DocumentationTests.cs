using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Reload;

/// <summary>docs/reload.md is correct.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string _page = Read("docs/reload.md");

    [Fact]
    public void Every_example_is_compiled()
    {
        var compiled = Unindented(Read($"tests/Policy.Tests/Reload/{nameof(DocumentedExamples)}.cs"));
        var examples = Example().Matches(_page).Select(match => Unindented(match.Groups[1].Value)).ToList();

        Assert.Equal(4, examples.Count);
        Assert.All(examples, example => Assert.Contains(example, compiled));
    }

    [Fact]
    public async Task The_examples_run()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Shop:Seats", "2")]);
        DocumentedExamples.KeepLastGood(builder);
        DocumentedExamples.Health(builder);
        DocumentedExamples.StopInstead(builder);
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        DocumentedExamples.WithoutAHost(new ServiceCollection(), builder.Configuration);
    }

    [Fact]
    public void The_table_of_events_is_what_the_library_logs()
    {
        var logged = typeof(DecisionPoliciesOptions).Assembly.GetType("DecisionPolicies.Log", throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => (Event: method.GetCustomAttribute<LoggerMessageAttribute>()!, method.Name))
            .Where(method => method.Event is not null)
            .OrderBy(method => method.Event.EventId)
            .Select(method => $"| {method.Event.EventId} | `{method.Name}` | {method.Event.Level} |");

        Assert.Equal(logged, Event().Matches(_page).Select(match => match.Value));
    }

    [Fact]
    public void The_metric_is_the_one_that_is_counted() =>
        Assert.Contains(
            $"The meter is `{DecisionPoliciesMetrics.MeterName}`, in code `DecisionPoliciesMetrics.MeterName`. "
                + $"Its counter `{DecisionPoliciesMetrics.Rejections}` ",
            _page);

    [Fact]
    public void The_gauge_is_the_one_that_is_shown() => Assert.Contains($"\nThe gauge `{DecisionPoliciesMetrics.Outdated}` is ", _page);

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    private static string Read(string path) => File.ReadAllText(Path.Combine(
        typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        path)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| \d+ \| `\w+` \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex Event();
}
