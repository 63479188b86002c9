using System.Text.Json;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Log;

/// <summary>A record as JSON. The shape is documented in docs/cli.md, and stable: members are added and never change their meaning.</summary>
internal static class RecordJson
{
    /// <summary>Writes what a list shows of a record, as the first members of an object.</summary>
    public static void WriteSummary(Utf8JsonWriter json, AdrRecord record, RecordLink links)
    {
        json.WriteText("id", record.Id);
        json.WriteText("name", record.Name);
        json.WriteText("title", record.Title);
        json.WriteText("status", record.Status.Word());
        json.WriteText("date", record.Date?.ToString());
        json.WriteText("path", record.Path);
        json.WriteText("link", links.To(record));
        json.WriteTexts("tags", record.Tags);
        json.WriteTexts("aliases", record.Aliases);
    }

    /// <summary>Writes all that a record says.</summary>
    public static void Write(Utf8JsonWriter json, AdrRecord record, RecordLink links, DateOnly today, IEnumerable<FaultInFile> faults)
    {
        json.WriteStartObject();
        WriteSummary(json, record, links);
        json.WriteTexts("decisionMakers", record.DecisionMakers);
        json.WriteText("because", record.Because);
        json.WriteTexts("instead", record.Instead);
        json.WriteTexts("allows", record.Allows);
        WriteRules(json, record);
        WriteWaivers(json, record, today);
        WriteRevisit(json, record, today);
        WriteAmendments(json, record);
        json.WriteTexts("supersedes", record.Supersedes);
        json.WriteTexts("supersededBy", record.SupersededBy);
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
            json.WriteText("severity", fault.Kind.IsError ? "error" : "warning");
            json.WriteText("message", fault.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json, AdrRecord record)
    {
        json.WriteStartArray("rules");
        foreach (var rule in record.Rules.Select(RuleText.Of))
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
        foreach (var waiver in record.Waivers)
        {
            json.WriteStartObject();
            json.WriteText("rule", waiver.Rule);
            json.WriteText("key", waiver.Key);
            json.WriteTexts("environments", waiver.Environments);
            json.WriteText("until", waiver.Until.ToString());
            json.WriteNumber("daysLeft", Days.Left(waiver.Until, today));
            json.WriteText("because", waiver.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRevisit(Utf8JsonWriter json, AdrRecord record, DateOnly today)
    {
        if (record.Revisit is not { } revisit)
        {
            json.WriteNull("revisit");
            return;
        }
        json.WriteStartObject("revisit");
        json.WriteText("by", revisit.By?.ToString());
        if (revisit.By is { } by) json.WriteNumber("daysLeft", Days.Left(by, today));
        else json.WriteNull("daysLeft");
        json.WriteTexts("when", revisit.When);
        json.WriteEndObject();
    }

    private static void WriteAmendments(Utf8JsonWriter json, AdrRecord record)
    {
        json.WriteStartArray("amendments");
        foreach (var amendment in record.Amendments)
        {
            json.WriteStartObject();
            json.WriteText("date", amendment.Date?.ToString());
            json.WriteText("change", amendment.Change);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
