using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>Very many records share sources: with one for each, the compiler would compare their names on every edit.</summary>
public sealed class ManyRecordsTests
{
    private static readonly RecordText[] _records = [.. Enumerable.Range(1, 500).Select(number => Records.Simple(number, $"Decision {number}"))];

    [Fact]
    public void Five_hundred_records_are_in_few_sources_each_as_a_constant_of_its_own()
    {
        var build = new Project(_records).Build();

        // 125 of four records each, and the list.
        Assert.Equal(126, build.Run.GeneratedSources.Length);
        var all = build.Decisions<IEnumerable<DecisionPolicy>>("All");
        Assert.Equal(Enumerable.Range(1, 500).Select(number => $"Decision {number}"), all.Select(decision => decision.Title));
        Assert.Equal("Decision 251", build.Decisions<DecisionPolicy>("Decision251").Title);
    }

    [Fact]
    public void As_many_records_as_there_may_be_sources_have_a_source_each()
    {
        var build = new Project(_records.Take(SourcePart.Most)).Build();

        Assert.Equal(SourcePart.Most + 1, build.Run.GeneratedSources.Length);
    }

    [Fact]
    public void One_record_more_puts_them_together_by_twos()
    {
        var build = new Project(_records.Take(SourcePart.Most + 1)).Build();

        Assert.Equal(65 + 1, build.Run.GeneratedSources.Length);
        Assert.Empty(build.Messages);
    }

    [Fact]
    public void Editing_one_of_500_records_reads_one_and_writes_one_source()
    {
        var project = new Project(_records);
        project.Build();

        var build = project.Replace(_records[250], Records.Simple(251, "Decision 251", "proposed")).Build();

        Assert.Equal([IncrementalStepRunReason.Modified], build.Reasons(StepNames.Files).Where(reason => reason != IncrementalStepRunReason.Cached));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void A_record_after_the_last_of_500_writes_its_own_source_and_the_list()
    {
        var project = new Project(_records);
        project.Build();

        Assert.Equal(2, project.Add(Records.Simple(501, "Decision 501")).Build().SourcesWritten);
    }

    [Fact]
    public void Records_that_come_in_any_order_give_the_same_sources()
    {
        var straight = new Project(_records).Build();
        var reversed = new Project(_records.Reverse()).Build();

        Assert.Equal(
            straight.Run.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())).Order(),
            reversed.Run.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())).Order());
    }
}
