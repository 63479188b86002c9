using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Records.Tests;

/// <summary>A record of docs/rules.md, and what comes of it for a configuration that stands below it.</summary>
/// <param name="yaml">A whole front matter, or only the rules and waivers of an accepted record.</param>
internal sealed class DocumentedRecord(string yaml)
{
    private readonly RecordFile _file = RecordReader.Read(Reading.Path, yaml.StartsWith("---", StringComparison.Ordinal) ? yaml : $"---\nstatus: accepted\n{yaml}---\n");

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
        var judgement = Judgement.Of([JudgedDecision.Of(Decision)], new ConfigurationSettings(configuration, ""), environment, new Day(today), []);
        var told = new List<string>();
        foreach (var broken in judgement.Rejected.SelectMany(decision => decision.Rules)) told.Add(Told(broken));
        foreach (var broken in judgement.Warned.SelectMany(decision => decision.Rules)) told.Add("only a warning: " + Told(broken));
        foreach (var (_, finding, waiver) in judgement.Waived) told.Add($"waived until {waiver.Until:yyyy-MM-dd}: {Told(new(finding, null))}");
        return told;
    }

    // As the generator writes it, in code.
    private DecisionPolicy Decision => new()
    {
        Id = _file.Record!.Id,
        Title = _file.Record.Title,
        Status = _file.Record.Status,
        Link = _file.Record.Path,
        Rules = _file.Record.Rules,
        Waivers = [.. _file.Record.Waivers.Select(w => new Waiver(w.Rule, w.Environments, new(w.Until.Year, w.Until.Month, w.Until.Day), w.Because) { Key = w.Key })],
    };

    private sealed class Day(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, default, TimeSpan.Zero);
    }

    private static string Told(BrokenRule broken)
    {
        var because = broken.Finding.Rule.Because is { } reason ? $"; {reason}" : "";
        var ended = broken.WaiverEnded is { } day ? $"; a waiver for this ended on {day:yyyy-MM-dd}" : "";
        return $"{broken.Finding.Fact}; {broken.Finding.Demand}{because}{ended}";
    }
}
