namespace DecisionPolicies.Records.Tests;

/// <summary>What <c>decisions.yml</c> says about how the records of its folder are written.</summary>
public sealed class ConventionsTests
{
    private const string Rules = "rules:\n  - { configuration: \"A:B\", forbid: true }\n";

    [Theory]
    [InlineData("statuses: { done: accepted }", "---\nstatus: done\n---\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { done: accepted }", "---\nstatus: Done.\n---\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { done: accepted }", "# T\n\n## Status\n\n**Done** (2024-02-03)\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { done: accepted }", "# T\n\n## Status\n\nProposed 2024-01-01\n\nDone 2024-02-03\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { \"in  production\": accepted }", "---\nstatus: In production\n---\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { seit Mai in Kraft: accepted }", "---\nstatus: seit Mai in Kraft\n---\n", DecisionStatus.Accepted)]
    [InlineData("statuses: { 废: rejected }", "---\nstatus: 废\n---\n", DecisionStatus.Rejected)]
    [InlineData("statuses: { implemented: proposed }", "---\nstatus: implemented\n---\n", DecisionStatus.Proposed)]
    [InlineData("statuses: { done: accepted }", "---\nstatus: not done\n---\n", DecisionStatus.Unknown)]
    [InlineData("statuses: { done: accepted }", "---\nstatus: undone\n---\n", DecisionStatus.Unknown)]
    [InlineData("status-headings: [Zustand]", "# T\n\n## Zustand\n\nAccepted\n", DecisionStatus.Accepted)]
    [InlineData("status-headings: State of things", "# T\n\n## state of Things\n\nAccepted\n", DecisionStatus.Accepted)]
    [InlineData("default-status: accepted", "# T\n\nText.\n", DecisionStatus.Accepted)]
    [InlineData("default-status: accepted", "---\nstatus: unheard-of\n---\n", DecisionStatus.Unknown)]
    [InlineData("default-status: accepted", "---\n" + Rules + "---\n", DecisionStatus.Unknown)]
    [InlineData("default-status-with-rules: accepted", "---\n" + Rules + "---\n", DecisionStatus.Accepted)]
    [InlineData("default-status-with-rules: accepted", "# T\n", DecisionStatus.Unknown)]
    [InlineData("", "---\nstatus: accepted\n---\n", DecisionStatus.Accepted)]
    [InlineData("# nothing", "---\nstatus: accepted\n---\n", DecisionStatus.Accepted)]
    public void A_status_is_read_as_they_say(string conventions, string record, DecisionStatus status) =>
        Assert.Equal(status, RecordReader.Read(Reading.Path, record, Read(conventions)).Record!.Decision.Status);

    [Theory]
    [InlineData("T{number}", "T12-use-x.md", "T12")]
    [InlineData("t{number}", "T012_use_x.md", "T012")]
    [InlineData("rfc-{number}", "rfc-12-use-x.md", "rfc-12")]
    [InlineData("{year}/{number}", "2024-12-use-x.md", "2024-12")]
    [InlineData("{letters}{year}-{number}", "be2024-12-use-x.md", "be2024-12")]
    [InlineData("DEC {number}", "DEC 12 use x.md", "DEC 12")]
    [InlineData("T{number}", "T12-x/README.md", "T12")]
    [InlineData("T{number}", "0012-use-x.md", "ADR-0012")]
    public void An_id_has_the_form_that_they_say(string scheme, string name, string id)
    {
        var faults = new List<Fault>();
        var conventions = ConventionsReader.Read($"ids: [\"{scheme.Replace('/', '-')}\"]", faults);

        Assert.Empty(faults);
        Assert.Equal(id, RecordReader.Read("docs/adr/" + name, "---\nstatus: accepted\n---\n", conventions).Record!.Decision.Id);
    }

    [Theory]
    [InlineData("[", "DP1027 1,1: The file cannot be read: While parsing a node, did not find expected node content.")]
    [InlineData("- a", "DP1027 1,1: The file is a list, not a mapping. Write lines of the form 'default-status: accepted'.")]
    [InlineData("default-status: acepted",
        "DP1027 1,17: 'acepted' is not a status. Did you mean 'accepted'? Write one of: proposed, accepted, rejected, deprecated, superseded.")]
    [InlineData("statuses: { done: yes }",
        "DP1027 1,19: 'yes' is not a status. Write one of: proposed, accepted, rejected, deprecated, superseded.")]
    [InlineData("statuses: { accepted: proposed }", "DP1027 1,23: 'accepted' is a status, and cannot mean another one.")]
    [InlineData("statuses: done", "DP1007 1,11: 'statuses' must be a mapping, but it is text.")]
    [InlineData("ids: RFC",
        "DP1027 1,6: 'RFC' is not a form of ids. Write it with one {number}, as in 'RFC-{number}'; {year} and {letters} may be beside it.")]
    [InlineData("status: accepted",
        "DP1011 1,1: Unknown key 'status' in decisions.yml. Did you mean 'statuses'? "
            + "Allowed keys: statuses, status-headings, default-status, default-status-with-rules, ids.")]
    public void What_cannot_be_read_in_them_is_a_warning(string text, string fault)
    {
        var file = RecordReader.Read("docs/adr/decisions.yml", text);

        Assert.Equal([fault], Reading.Told(file));
        Assert.All(file.Faults, each => Assert.Equal(Severity.Warning, each.Severity));
        Assert.Null(file.Record);
        Assert.True(file.IsSkipped);
    }

    // A word that is left out leaves the status unknown, so that no rule is enforced or dropped by mistake.
    [Fact]
    public void Rules_below_conventions_that_cannot_be_read_are_an_error() => Assert.Contains(
        RecordReader.Read(Reading.Path, "---\nstatus: done\n" + Rules + "---\n", ConventionsReader.Read("statuses: { done: ", [])).Faults,
        fault => fault.Kind == FaultKind.RulesWithoutStatus && fault.KeepsFromEmitting);

    [Theory]
    [InlineData("docs/adr/0001-a.md", DecisionStatus.Accepted)]
    [InlineData("docs/adr/team/0001-a.md", DecisionStatus.Rejected)]
    [InlineData("docs/adr/team/b/0001-a.md", DecisionStatus.Rejected)]
    [InlineData("docs/adr/teams/0001-a.md", DecisionStatus.Accepted)]
    [InlineData("docs/adrs/0001-a.md", DecisionStatus.Unknown)]
    public void Those_of_the_nearest_folder_count(string path, DecisionStatus status) => Assert.Equal(status, ConventionsByFolder.Of(
    [
        ("docs/adr/decisions.yml", Read("default-status: accepted")),
        ("docs/adr/team/decisions.yml", Read("default-status: rejected")),
    ]).For(path).DefaultStatus);

    [Fact]
    public void A_long_file_is_not_read() => Assert.Equal(
        ["DP1027 1,1: The file is longer than 64 KiB, so it is not read."],
        Reading.Told(RecordReader.Read("docs/adr/decisions.yml", "#" + new string(' ', 65 * 1024))));

    private static RecordConventions Read(string text) => ConventionsReader.Read(text, []);
}
