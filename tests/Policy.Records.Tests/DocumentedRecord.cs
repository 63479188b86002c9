using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Records.Tests;

/// <summary>A record on a page about rules, and the result for the configuration below it.</summary>
/// <param name="yaml">A whole front matter, or only the rules and waivers of an accepted record.</param>
internal sealed class DocumentedRecord(string yaml)
{
    private readonly RecordFile _file = RecordReader.Read(
        Reading.Path, yaml.StartsWith("---", StringComparison.Ordinal) ? yaml : $"---\nstatus: accepted\n{yaml}---\n");

    /// <summary>What the build says about the record.</summary>
    public string[] Faults => Reading.Told(_file);

    /// <summary>What a start of the host says about a configuration.</summary>
    /// <param name="json">The configuration, as <c>appsettings.json</c> has it.</param>
    /// <param name="environment">The host environment.</param>
    /// <param name="today">The day of the start.</param>
    public IReadOnlyList<string> Judge(string json, string environment, DateOnly today)
    {
        Assert.Empty(Faults);
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var judgement = Judgement.Of(
            [_file.Record!.Decision], new ConfigurationSettings(configuration, ""), environment, new FixedTime(today), []);
        var results = new List<string>();
        foreach (var broken in judgement.Rejected.SelectMany(decision => decision.Rules)) results.Add(Told(broken));
        foreach (var broken in judgement.Warned.SelectMany(decision => decision.Rules)) results.Add("warning: " + Told(broken));
        foreach (var (_, finding, waiver) in judgement.Waived) results.Add($"waived until {waiver.Until:yyyy-MM-dd}: {Told(finding)}");
        return results;
    }

    private sealed class FixedTime(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, default, TimeSpan.Zero);
    }

    private static string Told(BrokenRule broken)
    {
        var notWaived = broken.Verdict.WhyNotWaived is { } why ? $"; the waiver {why}" : "";
        return Told(broken.Finding) + notWaived;
    }

    private static string Told(IFinding finding) =>
        $"{finding.Fact()}; {finding.Demand()}{(finding.Rule.Because is { } reason ? $"; {reason}" : "")}";
}
