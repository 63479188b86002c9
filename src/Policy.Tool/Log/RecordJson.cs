using System.Text.Json;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Log;

/// <summary>A record as JSON. The shape is documented in docs/cli.md, and stable: members are added and never change their meaning.</summary>
internal static class RecordJson
{
    /// <summary>Writes what a list shows of a record, as the first members of an object.</summary>
    public static void WriteSummary(Utf8JsonWriter json, AdrRecord record, RecordLink links)
    {
        json.WriteText("id", record.Decision.Id);
        json.WriteText("name", record.Name);
        json.WriteText("title", record.Decision.Title);
        json.WriteText("status", record.Decision.Status.Word());
        json.WriteText("date", record.Decision.Date?.InWords());
        json.WriteText("path", record.Path);
        json.WriteText("link", links.To(record));
        json.WriteTexts("tags", record.Decision.Tags);
        json.WriteTexts("aliases", record.Decision.Aliases);
    }

    /// <summary>Writes all that a record says.</summary>
    public static void Write(Utf8JsonWriter json, AdrRecord record, RecordLink links, DateOnly today, IEnumerable<FaultInFile> faults)
    {
        json.WriteStartObject();
        WriteSummary(json, record, links);
        json.WriteTexts("decisionMakers", record.Decision.DecisionMakers);
        json.WriteText("because", record.Decision.Because);
        json.WriteTexts("instead", record.Decision.Instead);
        json.WriteTexts("allows", record.Decision.Allows);
        WriteRules(json, record);
        WriteWaivers(json, record, today);
        WriteRevisit(json, record, today);
        WriteAmendments(json, record);
        json.WriteTexts("supersedes", record.Decision.Supersedes);
        json.WriteTexts("supersededBy", record.Decision.SupersededBy);
        WriteFaults(json, "faults", faults);
        json.WriteEndObject();
    }

    /// <summary>Writes faults, as compilers tell them.</summary>
    public static void WriteFaults(Utf8JsonWriter json, string name, IEnumerable<FaultInFile> faults)
    {
        json.WriteStartArray(name);
        foreach (var (path, fault) in faults)
        {
            json.WriteStartObject();
            json.WriteText("path", path);
            json.WriteNumber("line", fault.Place.Line);
            json.WriteNumber("column", fault.Place.Column);
            json.WriteText("id", fault.Kind.Id);
            json.WriteText("severity", fault.Kind.Severity.Word());
            json.WriteText("message", fault.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json, AdrRecord record)
    {
        json.WriteStartArray("rules");
        foreach (var rule in record.Decision.Rules.Select(RuleText.Of))
        {
            json.WriteStartObject();
            json.WriteText("kind", rule.Kind);
            json.WriteText("subject", rule.Subject);
            json.WriteText("demand", rule.Demand);
            json.WriteTexts("when", rule.When);
            json.WriteTexts("except", rule.Except);
            json.WriteTexts("environments", rule.Environments);
            json.WriteTexts("projects", rule.Projects);
            json.WriteText("because", rule.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteWaivers(Utf8JsonWriter json, AdrRecord record, DateOnly today)
    {
        json.WriteStartArray("waivers");
        foreach (var waiver in record.Decision.Waivers)
        {
            json.WriteStartObject();
            json.WriteText("rule", waiver.Rule);
            json.WriteText("key", waiver.Key);
            json.WriteTexts("environments", waiver.Environments);
            json.WriteText("until", waiver.Until.InWords());
            json.WriteNumber("daysLeft", Days.Left(waiver.Until, today));
            json.WriteText("because", waiver.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRevisit(Utf8JsonWriter json, AdrRecord record, DateOnly today)
    {
        if (record.Decision.Revisit is not { } revisit)
        {
            json.WriteNull("revisit");
            return;
        }
        json.WriteStartObject("revisit");
        json.WriteText("by", revisit.By?.InWords());
        if (revisit.By is { } by) json.WriteNumber("daysLeft", Days.Left(by, today));
        else json.WriteNull("daysLeft");
        json.WriteTexts("when", revisit.When);
        json.WriteEndObject();
    }

    private static void WriteAmendments(Utf8JsonWriter json, AdrRecord record)
    {
        json.WriteStartArray("amendments");
        foreach (var amendment in record.Decision.Amendments)
        {
            json.WriteStartObject();
            json.WriteText("date", amendment.Date?.InWords());
            json.WriteText("change", amendment.Change);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
