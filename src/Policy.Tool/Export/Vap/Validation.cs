using System.Text;
using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;

namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>A rule in an admission policy: a variable that names what breaks it, and the validation that there is nothing to name.</summary>
/// <param name="at">The rule's place, and its decision.</param>
/// <param name="rule">The rule.</param>
/// <param name="expression">The expression of the names, which is empty text if the rule is kept.</param>
/// <param name="number">The number of the rule in the export, from 1.</param>
internal sealed class Validation(PlacedRule at, ConfigurationRule rule, string expression, int number)
{
    // Kubernetes shows the expression in the place of a message of more than 5 KB.
    private const int MostOfMessage = 4096;
    private const int MostOfNames = 512;

    /// <summary>Whether the decision is accepted, so that what breaks it is rejected.</summary>
    public bool IsAccepted => at.Decision.Status == DecisionStatus.Accepted;

    private string Name => $"rule{number}";

    /// <summary>The validations of an export.</summary>
    /// <param name="export">The decisions.</param>
    /// <param name="day">The day as of which waivers count; null if there are none.</param>
    /// <returns>One for each rule that is not waived altogether.</returns>
    public static IEnumerable<Validation> Of(ExportedDecisions export, DateOnly? day)
    {
        var number = 1;
        foreach (var (at, rule) in export.Decisions.SelectMany(decision => decision.Rules))
        {
            var waivers = Applying(at, day).ToList();
            if (waivers.Exists(waiver => waiver.Key is null && waiver.Environments.Count == 0)) continue;
            yield return new(at, rule.Rule, new CelRule(rule, waivers).Violations(), number++);
        }
    }

    /// <summary>The waivers of a rule that apply on a day.</summary>
    /// <param name="at">The rule.</param>
    /// <param name="day">The day; null if there are no waivers.</param>
    public static IEnumerable<Waiver> Applying(PlacedRule at, DateOnly? day) =>
        at.Decision.WaiversOf(at.Rule).Where(waiver => day is { } today && waiver.AppliesOn(today));

    /// <summary>The variable as YAML.</summary>
    public string Variable() => $"    - name: {Name}\n      expression: |-\n        {expression}\n";

    /// <summary>The validation as YAML.</summary>
    public string Text()
    {
        var text = ExportText.Of(at.Decision, rule);
        var names = $"(variables.{Name}.size() <= {MostOfNames} ? variables.{Name} : variables.{Name}.substring(0, {MostOfNames}) + ' …')";
        return $"    # {DisplayText.Visible($"{at.Name} {at.Rule.Subject}")}\n"
            + $"    - expression: variables.{Name} == ''\n"
            + $"      message: {Quoted(DisplayText.Neutralise($"{text.Before}{at.Rule.Subject}. Read {at.Decision.Link}"))}\n"
            + $"      messageExpression: |-\n        {Cel.Text(text.Before)} + {names} + {Cel.Text(After(text))}\n";
    }

    private string After(ExportText text)
    {
        var where = rule.Environments.Count > 0 ? " in " + string.Join(" or ", rule.Environments) : "";
        var demand = DisplayText.Neutralise($", which {text.Demand}{where}.");
        var link = DisplayText.Neutralise($" Read {at.Decision.Link}");
        string[] all = [demand + text.Why, demand + link];
        return all.FirstOrDefault(each => Encoding.UTF8.GetByteCount(text.Before + each) <= MostOfMessage) ?? "." + link;
    }

    // A string of JSON is one of YAML.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, ExactTextEncoder.Instance)}\"";
}
