using System.Text;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>
/// Policies for Kubernetes' own admission control (ValidatingAdmissionPolicy, admissionregistration.k8s.io/v1), and the bindings that put them in force.
/// </summary>
internal sealed partial class AdmissionPolicies : IExportEngine
{
    private const string Policies = "policies.yaml";
    private const string Bindings = "bindings.yaml";
    private const string FirstLine = "# Written by 'decisions export vap'. Change the records, and export again.\n";

    // What Kubernetes may spend on a policy, and what it can show of it, is limited.
    private const int MostRules = 50;
    private const int MostBytes = 40_000;

    private static readonly string _variables = ExportResource.Read("variables.yaml");

    /// <inheritdoc/>
    public string Name => "vap";

    /// <inheritdoc/>
    public string Description => "policies for Kubernetes' own admission control";

    /// <inheritdoc/>
    public string DatedFile => Policies;

    /// <inheritdoc/>
    public NotExported? FaultOf(ExportedRule rule) => VapFault.Of(rule);

    /// <inheritdoc/>
    public IReadOnlyList<ExportedFile> FilesOf(ExportedDecisions export, DateOnly? day)
    {
        var validations = Validation.Of(export, day).ToList();
        var all = Of("accepted", validations.Where(each => each.IsAccepted)).Concat(Of("proposed", validations.Where(each => !each.IsAccepted))).ToList();
        return
        [
            new(Policies, Header(export, day) + string.Concat(all.Select(each => each.Policy())), IsOwn),
            new(Bindings, FirstLine + string.Concat(all.Select(each => each.Binding())), IsOwn),
        ];
    }

    /// <inheritdoc/>
    public DateOnly? DayOf(string text) => AsOf().Match(text) is { Success: true } day && Day.TryParse(day.Groups["day"].Value, out var read) ? read : null;

    private static bool IsOwn(string text) => text.StartsWith(FirstLine, StringComparison.Ordinal);

    private static IEnumerable<AdmissionPolicy> Of(string status, IEnumerable<Validation> validations)
    {
        List<Validation> some = [];
        var (bytes, number, most) = (0, 1, MostBytes - AdmissionPolicy.Overhead(_variables));
        foreach (var validation in validations)
        {
            var size = Encoding.UTF8.GetByteCount(validation.Variable() + validation.Text());
            if (some.Count > 0 && (some.Count == MostRules || bytes + size > most))
            {
                yield return new(status, number++, some, _variables);
                (some, bytes) = ([], 0);
            }
            some.Add(validation);
            bytes += size;
        }
        if (some.Count > 0) yield return new(status, number, some, _variables);
    }

    private static string Header(ExportedDecisions export, DateOnly? day)
    {
        var header = new StringBuilder(FirstLine).Append(
            """
            #
            # Kubernetes rejects what breaks these decisions. It sees the variables of containers, init containers and ephemeral containers in Pods, and in
            # what makes Pods; and the entries of ConfigMaps, as if each were a variable.
            #
            # It does not see: envFrom, valueFrom, arguments, files (in an image, a ConfigMap or a Secret), and settings that are missing.
            # Where envFrom, valueFrom or, for a ConfigMap, a container can name the environment, rules for any environment apply.

            """.ReplaceLineEndings("\n"));
        if (day is { } today) header.Append($"#\n# Waivers count as of {today.InWords()}.\n");
        foreach (var line in Lines(export, day)) header.Append(DisplayText.Visible($"# {line}")).Append('\n');
        return header.ToString();
    }

    private static IEnumerable<string> Lines(ExportedDecisions export, DateOnly? day)
    {
        foreach (var (at, rule) in export.Decisions.SelectMany(decision => decision.Rules))
        {
            if (rule.IsStricter) yield return $"Stricter than the record: {Named(at)}";
            foreach (var waiver in Validation.Applying(at, day)) yield return $"Waived until {waiver.Until.InWords()}: {Named(at)}{Limits(waiver)}";
        }
        foreach (var (at, fault) in export.Refused) yield return $"Not exported: {Named(at)}. {fault.Reason}";
        foreach (var at in export.Elsewhere) yield return $"Not about configuration: {Named(at)}";
    }

    private static string Named(PlacedRule at) => $"{at.Name} {at.Rule.Subject}";

    private static string Limits(Waiver waiver) =>
        (waiver.Key is { } key ? $", for {key}" : "") + (waiver.Environments.Count > 0 ? $", in {string.Join(", ", waiver.Environments)}" : "");

    [GeneratedRegex(@"^# Waivers count as of (?<day>[0-9-]+)\.$", RegexOptions.Multiline)]
    private static partial Regex AsOf();
}
