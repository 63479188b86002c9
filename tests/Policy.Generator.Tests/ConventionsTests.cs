using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>The build reads <c>decisions.yml</c> as the command does, and redoes no more than an edit of it asks for.</summary>
public sealed class ConventionsTests
{
    private const string Rule = "rules:\n  - { literal: carrier-pigeon }\n";

    private static readonly RecordText _conventions = new("docs/adr/decisions.yml", "statuses: { done: accepted }\n");
    private static readonly RecordText _ours = new("docs/adr/0001-ours.md", $"---\nstatus: done\n{Rule}---\n# Ours\n");
    private static readonly RecordText _other = new("docs/adr/0002-other.md", "---\nstatus: accepted\n---\n# Other\n");

    [Fact]
    public async Task A_rule_under_a_word_of_the_repository_is_enforced()
    {
        var project = new Project(_ours, _conventions).AsProgram().WithCode("System.Console.WriteLine(\"carrier-pigeon\");", "/machine/checkout/Program.cs");

        Assert.Contains(": error DP3102: ADR-0001 ", Assert.Single(await project.Messages()));
    }

    [Fact]
    public async Task Without_the_word_its_status_is_an_error() =>
        Assert.Contains(await new Project(_ours).Messages(), message => message.Contains(": error DP1005: ", StringComparison.Ordinal));

    [Fact]
    public async Task A_fault_is_a_warning_at_its_place()
    {
        var project = new Project(_other, new("docs/adr/decisions.yml", "statuses:\n  done: acepted\n"));

        Assert.StartsWith(
            "/machine/checkout/docs/adr/decisions.yml(2,9): warning DP1027: 'acepted' is not a status. Did you mean 'accepted'? ",
            Assert.Single(await project.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_word_that_no_record_uses_writes_nothing()
    {
        var project = new Project(_ours, _other, _conventions);
        project.Build();
        var build = project.Replace(_conventions, new(_conventions.RelativePath, "statuses: { done: accepted, gone: rejected }\n")).Build();

        Assert.Equal([IncrementalStepRunReason.Modified], build.Reasons(StepNames.Conventions));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void A_comment_in_it_redoes_nothing()
    {
        var project = new Project(_ours, _other, _conventions);
        project.Build();
        var build = project.Replace(_conventions, new(_conventions.RelativePath, "# words\nstatuses: { done: accepted }\n")).Build();

        Assert.Equal([IncrementalStepRunReason.Cached], build.Reasons(StepNames.Conventions));
        Assert.Equal(0, build.SourcesWritten);
    }
}
