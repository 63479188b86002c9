using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>What <c>decisions show</c> says of a record.</summary>
public sealed class ShowTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .On("2026-11-26")
        .WithRecord("0001-old", "status: superseded by ADR-0002", "# Old\n")
        .WithRecord(
            "0002-full",
            """
            name: FullRecord
            title: Everything is said
            status: accepted
            date: 2026-08-02
            decision-makers: [One, Two]
            tags: [a, b]
            aliases: [Other Word]
            because: It has to be.
            instead: [Do this., Do that.]
            allows: [This is fine.]
            supersedes: [ADR-0001]
            link: https://example.org/2
            revisit: { by: 2027-08-02, when: [It rains.] }
            amendments: [{ date: 2026-09-01, change: A word. }]
            waivers:
              - { rule: "A:*:B", key: "A:x:B", environments: [Staging], until: 2026-11-27, because: Not yet. }
              - { rule: "A:*:B", until: 2026-11-20, because: Was long ago. }
            rules:
              - configuration: A:*:B
                forbid: true
                when: { "A:*:C": { present: false } }
                environments: [Production]
                except: [A:y:B]
                because: B is bad.
              - configuration: A:Limit
                require: { at-least: 1, at-most: 9 }
              - endpoint: POST **/register
                except: [POST /api/register]
              - symbol: N:Some.Space
                except: [T:Some.Space.Good]
                projects: [Web, Api]
              - literal: some_text
                projects: [Web]
              - package: Some.Package
            """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_that_a_record_says_is_shown_in_words()
    {
        var run = _folder.Run("show", "2");
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Error);
        Assert.Equal(
            """
            ADR-0002: Everything is said
            accepted 2026-08-02

              Because        It has to be.
              Instead        Do this.
                             Do that.
              Allowed        This is fine.
              Rules          configuration A:*:B must not be true
                               when A:*:C is unset
                               in Production
                               except A:y:B
                               B is bad.
                             configuration A:Limit must be at least 1 and at most 9
                             endpoint POST **/register must not be served
                               except POST /api/register
                             symbol N:Some.Space must not be used
                               in the projects Web, Api
                               except T:Some.Space.Good
                             literal some_text must not appear in a string
                               in the project Web
                             package Some.Package must not be referenced
              Waivers        A:x:B in Staging until 2026-11-27 (1 day left)
                               for the rule about A:*:B
                               Not yet.
                             A:*:B until 2026-11-20 (expired 6 days ago)
                               Was long ago.
              Revisit        by 2027-08-02 (in 249 days)
                             when: It rains.
              Amendments     2026-09-01  A word.
              Supersedes     ADR-0001
              Decided by     One, Two
              Tags           a, b
              Aliases        Other Word
              In code        Decisions.FullRecord
              File           docs/adr/0002-full.md
              Read           https://example.org/2

            """,
            run.Output);
    }

    [Fact]
    public void What_a_record_does_not_say_is_left_out()
    {
        Assert.Equal(
            """
            ADR-0001: Old
            superseded

              Superseded by  ADR-0002
              In code        Decisions.Old
              File           docs/adr/0001-old.md

            """,
            _folder.Run("show", "ADR-0001").Output);
    }

    [Fact]
    public void A_fault_in_a_record_is_reported_beside_it()
    {
        _folder.WithRecord("0003-odd", "status: accepted\ndate: yesterday");
        var run = _folder.Run("show", "3");
        Assert.Equal(0, run.Exit);
        Assert.Contains("ADR-0003", run.Output);
        Assert.StartsWith("docs/adr/0003-odd.md(3,7): info DP1006: ", run.Error);
    }

    [Fact]
    public void A_fault_in_a_record_is_reported_beside_it_even_if_the_folder_has_more_of_the_kind()
    {
        _folder.WithRecord("0003-odd", "status: accepted\ndate: yesterday").WithRecord("0004-even", "status: accepted\ndate: tomorrow");
        Assert.Equal(
            "docs/adr/0004-even.md(3,7): info DP1006: 'tomorrow' in 'date' is not a date. Write it in the form 2026-08-02.\n",
            _folder.Run("show", "4").Error);
        Assert.DoesNotContain("In this folder", _folder.Run("show", "3").Error);
        using var json = JsonDocument.Parse(_folder.Run("show", "4", "--format", "json").Output);
        var fault = Assert.Single(json.RootElement.GetProperty("record").GetProperty("faults").EnumerateArray());
        Assert.Equal("DP1006 info", $"{fault.GetProperty("id")} {fault.GetProperty("severity")}");
    }

    [Fact]
    public void Json_holds_the_same()
    {
        using var json = JsonDocument.Parse(_folder.Run("show", "FullRecord", "--format", "json").Output);
        var record = json.RootElement.GetProperty("record");
        Assert.Equal("https://example.org/2", record.GetProperty("link").GetString());
        Assert.Equal("It has to be.", record.GetProperty("because").GetString());
        Assert.Equal(["One", "Two"], Texts(record, "decisionMakers"));
        Assert.Equal(["ADR-0001"], Texts(record, "supersedes"));
        var rule = record.GetProperty("rules")[0];
        Assert.Equal("configuration A:*:B must not be true", $"{rule.GetProperty("kind")} {rule.GetProperty("subject")} {rule.GetProperty("demand")}");
        Assert.Equal(["A:*:C is unset"], Texts(rule, "when"));
        Assert.Equal(["Production"], Texts(rule, "environments"));
        Assert.Equal(["A:y:B"], Texts(rule, "except"));
        Assert.Equal(["Web", "Api"], Texts(record.GetProperty("rules")[3], "projects"));
        Assert.Equal([1, -6], record.GetProperty("waivers").EnumerateArray().Select(waiver => waiver.GetProperty("daysLeft").GetInt32()));
        Assert.Equal(249, record.GetProperty("revisit").GetProperty("daysLeft").GetInt32());
        Assert.Equal("A word.", record.GetProperty("amendments")[0].GetProperty("change").GetString());
        Assert.Empty(record.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public void Json_has_every_list_even_of_a_record_that_says_nothing()
    {
        using var json = JsonDocument.Parse(_folder.Run("show", "1", "--format", "json").Output);
        Assert.Equal(
            ["id", "title", "status", "link", "name", "path", "tags", "aliases", "decisionMakers", "instead", "allows", "rules", "waivers", "amendments",
                "supersedes", "supersededBy", "faults"],
            json.RootElement.GetProperty("record").EnumerateObject().Select(member => member.Name));
    }

    private static IEnumerable<string?> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
