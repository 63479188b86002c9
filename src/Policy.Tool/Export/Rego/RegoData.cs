using System.Text;
using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;

namespace DecisionPolicies.Tool.Export.Rego;

/// <summary>Writes the data that the library in Rego judges by: the decisions with their rules, and what is not kept.</summary>
internal static class RegoData
{
    /// <summary>The member that says that this command has written the file, with the version of its form.</summary>
    public const string Version = "export";

    // A line for each value, so that a change is seen in a review, and no spaces, which would be half of the file.
    private static readonly JsonWriterOptions _options = new() { Indented = true, IndentSize = 0, NewLine = "\n", Encoder = ExactTextEncoder.Instance };

    /// <summary>Writes the data.</summary>
    /// <param name="export">The decisions.</param>
    /// <param name="day">The day as of which waivers count; null if there are none.</param>
    public static string Of(ExportedDecisions export, DateOnly? day)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteNumber(Version, 1);
        if (day is { } today) json.WriteString("as_of", today.InWords());
        json.WriteStartObject("facts");
        foreach (var (word, fact) in ExportText.Facts) json.WriteString(word, fact);
        json.WriteEndObject();
        json.WriteStartArray("not_kept");
        foreach (var (at, fault) in export.Refused) NotKept(json, at, fault.Reason);
        foreach (var at in export.Elsewhere) NotKept(json, at, "It is not about configuration.");
        json.WriteEndArray();
        json.WriteStartArray("records");
        foreach (var decision in export.Decisions) Decision(json, decision);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void NotKept(Utf8JsonWriter json, PlacedRule at, string reason)
    {
        json.WriteStartObject();
        json.WriteString("decision", at.Decision.Citation());
        json.WriteString("file", at.Path);
        json.WriteNumber("line", at.Place.Line);
        json.WriteString("reason", reason);
        json.WriteString("subject", at.Rule.Subject);
        json.WriteEndObject();
    }

    private static void Decision(Utf8JsonWriter json, ExportedDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("consequence", decision.Decision.Status == DecisionStatus.Accepted ? "rejected" : "warned");
        json.WriteString("id", decision.Decision.Citation());
        json.WriteString("link", decision.Decision.Link);
        json.WriteStartArray("rules");
        foreach (var (at, rule) in decision.Rules) Rule(json, at, rule);
        json.WriteEndArray();
        json.WriteString("title", decision.Decision.Title);
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, PlacedRule at, ExportedRule rule)
    {
        var text = ExportText.Of(at.Decision, rule.Rule);
        json.WriteStartObject();
        json.WriteString("after", text.After);
        json.WriteString("before", text.Before);
        Texts(json, "environments", rule.Rule.Environments.Select(name => name.ToLowerInvariant()));
        Texts(json, "except", rule.Except.Select(Whole));
        json.WriteString("file", at.Path);
        json.WritePropertyName("key");
        Key(json, rule.Key);
        json.WriteNumber("line", at.Place.Line);
        if (rule.Rule.Verb == Verb.Require) json.WriteBoolean("require", true);
        if (rule.IsStricter) json.WriteBoolean("stricter", true);
        Tests(json, rule.Tests);
        List(json, "waivers", at.Decision.WaiversOf(at.Rule), waiver => Waiver(json, waiver));
        List(json, "when", rule.When, when => Precondition(json, when));
        json.WriteEndObject();
    }

    private static void Key(Utf8JsonWriter json, ExportedKey key)
    {
        json.WriteStartObject();
        if (key.Literal is { } literal) json.WriteString("literal", literal);
        List(json, "reaches", key.Reaches, reach => Reach(json, reach));
        List(json, "stars", key.Stars, star => json.WriteNumberValue(star));
        json.WriteString("text", key.Text);
        json.WriteEndObject();
    }

    private static void Reach(Utf8JsonWriter json, ExportedReach reach)
    {
        json.WriteStartObject();
        json.WriteString("expression", Whole(reach.Expression));
        json.WriteString("prefix", reach.Prefix);
        json.WriteString("shown_tail", reach.ShownTail);
        json.WriteString("tail", reach.Tail);
        json.WriteEndObject();
    }

    private static void Precondition(Utf8JsonWriter json, ExportedPrecondition when)
    {
        json.WriteStartObject();
        if (when.Any is { } any)
        {
            json.WritePropertyName("key");
            Key(json, any);
        }
        else Texts(json, "parts", when.Parts);
        Tests(json, when.Tests);
        json.WriteEndObject();
    }

    private static void Waiver(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartObject();
        json.WriteString("because", waiver.Because);
        Texts(json, "environments", waiver.Environments.Select(name => name.ToLowerInvariant()));
        if (waiver.From is { } from) json.WriteString("from", from.InWords());
        if (waiver.Key is { } key) json.WriteString("key", KeyExport.Literal(key));
        json.WriteString("until", waiver.Until.InWords());
        json.WriteEndObject();
    }

    private static void Tests(Utf8JsonWriter json, IEnumerable<ExportedTest> tests)
    {
        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            Test(json, test);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Test(Utf8JsonWriter json, ExportedTest test)
    {
        switch (test)
        {
            case EqualityTest equality:
                json.WriteString("is", "equal");
                Texts(json, "states", new[] { equality.IsNull ? "null" : null, equality.IsEmpty ? "empty" : null }.OfType<string>());
                if (equality.IsDefault) json.WriteBoolean("zero", true);
                if (equality.Text is { } text) json.WriteString("text", Whole(text));
                if (equality.Name is { } name) json.WriteString("name", Whole(name));
                List(json, "numbers", equality.Numbers, json.WriteNumberValue);
                List(json, "negatives", equality.Negatives, json.WriteNumberValue);
                break;
            case PathTest path:
                json.WriteString("is", "path");
                json.WriteString("path", Whole(path.Expression));
                break;
            case PresenceTest presence:
                json.WriteString("is", "present");
                json.WriteBoolean("present", presence.Expected);
                break;
            case LeastTest least:
                json.WriteString("is", "least");
                json.WriteNumber("bound", least.Bound);
                break;
            case MostTest most:
                json.WriteString("is", "most");
                json.WriteNumber("bound", most.Bound);
                break;
            default:
                throw new NotSupportedException($"Rego does not have {test.GetType().Name}.");
        }
    }

    // A list that is not there is an empty one.
    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) => List(json, name, texts, json.WriteStringValue);

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var isEmpty = true;
        foreach (var item in items)
        {
            if (isEmpty) json.WriteStartArray(name);
            isEmpty = false;
            write(item);
        }
        if (!isEmpty) json.WriteEndArray();
    }

    private static string Whole(string expression) => $"^(?:{expression})$";
}
