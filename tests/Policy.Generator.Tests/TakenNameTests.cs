using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Tests;

/// <summary>What the generated class makes of other declarations that have its name, in the project and in what it refers to.</summary>
public sealed class TakenNameTests
{
    private const string Path = "/machine/checkout/Own.cs";

    private readonly Project _project = new(Records.Simple(1, "First"));

    [Theory]
    [InlineData("namespace App; class Decisions { }", "(1,22)", "type App.Decisions")]
    [InlineData("namespace App; static class Decisions { }", "(1,29)", "type App.Decisions")]
    [InlineData("namespace App; sealed partial class Decisions { }", "(1,37)", "type App.Decisions")]
    [InlineData("namespace App; partial class Decisions : System.Exception { }", "(1,30)", "type App.Decisions")]
    [InlineData("namespace App; enum Decisions { None }", "(1,21)", "type App.Decisions")]
    [InlineData("namespace App; delegate void Decisions();", "(1,30)", "type App.Decisions")]
    [InlineData("namespace App.Decisions.Made { class Any { } }", "(1,15)", "namespace App.Decisions")]
    [InlineData("class App { }", "(1,7)", "type App")]
    public void A_declaration_of_the_project_is_one_error(string code, string place, string what)
    {
        var build = _project.WithCode(code, Path).Build();

        Assert.Equal(
            $"{Path}{place}: error DP3007: The project declares the {what}, so the class Decisions cannot be generated in the namespace App. "
                + "Set the property DecisionsNamespace to another namespace.",
            Assert.Single(build.Messages));
        Assert.Empty(build.Run.GeneratedSources);
    }

    [Theory]
    [InlineData("namespace App; partial class Decisions { }")]
    [InlineData("namespace App; internal static partial class Decisions { internal static int Mine => All.Length; }")]
    [InlineData("namespace App; class Decisions<T> { }")]
    [InlineData("namespace App; class Holder { class Decisions { } }")]
    [InlineData("namespace Other { class Decisions { } }")]
    [InlineData("namespace App.App { class Decided { } }")]
    public void Another_declaration_is_not(string code)
    {
        var build = _project.WithCode(code, Path).Build();

        Assert.Empty(build.Messages);
        Assert.Contains("First", build.Source("Decisions.g.cs"));
    }

    [Fact]
    public void A_part_of_the_class_must_be_as_visible()
    {
        var project = _project.With("DecisionsVisibility", "public").WithCode("namespace App; internal partial class Decisions { }");

        Assert.Contains(": error DP3007: ", Assert.Single(project.Build().Messages));
    }

    [Fact]
    public void Without_records_the_name_is_free() =>
        Assert.Empty(new Project().WithCode("namespace App; class Decisions { }").Build().Messages);

    [Fact]
    public void A_project_that_is_only_judged_keeps_its_name() =>
        Assert.Empty(_project.With("DecisionsVisibility", "none").WithCode("namespace App; class Decisions { }").Build().Messages);

    [Fact]
    public void The_property_it_names_is_the_remedy()
    {
        var build = _project.With("DecisionsNamespace", "App.Architecture").WithCode("namespace App; class Decisions { }").Build();

        Assert.Empty(build.Messages);
    }

    [Fact]
    public void Two_parts_are_one_error_at_the_first_file()
    {
        var build = _project
            .WithCode("namespace App; partial record Decisions;", "/machine/checkout/B.cs")
            .WithCode("namespace App; partial record Decisions;", "/machine/checkout/A.cs")
            .Build();

        Assert.StartsWith("/machine/checkout/A.cs(1,31): error DP3007: ", Assert.Single(build.Messages));
    }

    // The compiler would warn of the clash, and of what it may not see at all.
    [Theory]
    [InlineData("namespace App { public static class Decisions { } }")]
    [InlineData("namespace App.Decisions { public class Other { } }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")] namespace App { static class Decisions { } }")]
    public void A_declaration_of_another_assembly_gives_no_warning_in_generated_code(string library) =>
        Assert.Empty(_project.WithLibrary("Library", library).Build().Messages);

    [Theory]
    [InlineData("class User { object All => App.Decisions.All; }", new string[0])]
    [InlineData("namespace App { class User { object All => Decisions.All; } }", new string[0])]
    [InlineData("class User { object Other => App.Other.Two; } namespace App { class Other { public static int Two => 2; } }", new[] { "CS0436" })]
    public async Task The_compiler_does_not_warn_that_it_takes_the_projects_own(string code, string[] warnings)
    {
        const string Library = "namespace App { public static class Decisions { } public class Other { } }";
        var build = _project.WithLibrary("Library", Library).WithCode(code, Path).Build();
        Assert.All(build.Messages, message => Assert.Contains(": warning CS0436: ", message));
        Assert.NotEmpty(build.Messages);

        var options = new BuildOptions(new Dictionary<string, string> { ["RootNamespace"] = "App" });
        var seen = await build.Compilation
            .WithAnalyzers([new OwnDecisionsSuppressor()], new AnalyzerOptions([], options))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(warnings, seen.Where(d => d is { IsSuppressed: false, Severity: DiagnosticSeverity.Warning }).Select(d => d.Id));
    }

    [Fact]
    public void An_edit_of_other_code_looks_and_redoes_nothing()
    {
        _project.Build();

        var build = _project.WithCode("class Unrelated;").Build();

        Assert.All(build.Reasons(StepNames.Taken), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(build.Reasons(StepNames.Target), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void A_line_more_above_the_declaration_moves_the_message_and_nothing_else()
    {
        _project.WithCode("namespace App; class Decisions { }", Path).Build();

        var build = _project.ReplaceCode("\nnamespace App; class Decisions { }", Path).Build();

        Assert.StartsWith($"{Path}(2,22): error DP3007: ", Assert.Single(build.Messages));
        Assert.All(build.Reasons(StepNames.Target), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
