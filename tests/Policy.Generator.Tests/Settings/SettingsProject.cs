using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>A project with records and settings files.</summary>
internal static class SettingsProject
{
    /// <summary>A project governed by ADR-0001 with these lines below its status.</summary>
    public static Project Of(string frontMatter, string status = "accepted") =>
        new(Records.WithFrontMatter($"status: {status}\n{frontMatter}"));

    /// <summary>A project governed by one accepted rule, as in <c>{ configuration: A, forbid: 1 }</c>.</summary>
    public static Project OfRule(params IEnumerable<string> rules) => Of("rules:\n" + string.Join("\n", rules.Select(rule => "  - " + rule)));

    public static Project With(this Project project, string path, string json, string settings, string? environment = null)
    {
        var text = new SettingsText(path, json) { Metadata = new() { ["DecisionSettings"] = settings } };
        if (environment is not null) text.Metadata.Add("DecisionEnvironment", environment);
        return project.WithSettings(text);
    }

    public static Project WithAppSettings(this Project project, string json, string environment = "") =>
        project.WithSettings(new($"src/{(environment.Length == 0 ? "appsettings" : "appsettings." + environment)}.json", json));

    /// <summary>What is told, without where the machine has its files.</summary>
    public static async Task<string[]> Told(this Project project, params (string Id, ReportDiagnostic Severity)[] severities) =>
        [.. (await project.Messages(severities)).Select(message => message.Replace("/machine/checkout/", "", StringComparison.Ordinal))];

    /// <summary>Each diagnostic as <c>src/appsettings.json(1,2) DP4001 what is rejected</c>: no more than the clause that tells what stands there.</summary>
    public static async Task<string[]> Rejections(this Project project) =>
    [
        .. (await project.Told()).Where(message => message.Contains(" DP4", StringComparison.Ordinal)).Select(message => message
            .Split(". ")[0]
            .Replace(": error ", " ", StringComparison.Ordinal)
            .Replace(": ADR-0001 rejects ", " ", StringComparison.Ordinal)),
    ];
}
