using System.Globalization;
using System.Xml;

namespace DecisionPolicies.Tool.Check.Reports;

/// <summary>
/// The report for test dashboards, in the JUnit XML that they have in common: a suite for each decision, a failed case for each place
/// where it is broken, and a passed one where it is kept. Totals stand at the start, so findings are kept until the end.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="records">The records that are judged by.</param>
/// <param name="lacking">The paths of those that rules could not be read of: nobody knows whether they are kept.</param>
internal sealed class JUnitReport(TextWriter output, IReadOnlyList<AdrRecord> records, IReadOnlyList<string> lacking) : ICheckReport
{
    private readonly List<CheckResult> _results = [];

    /// <inheritdoc/>
    public void Add(CheckResult result) => _results.Add(result);

    /// <inheritdoc/>
    public void End(CheckSummary summary)
    {
        using var xml = XmlWriter.Create(output, new() { Indent = true, NewLineChars = "\n", CloseOutput = false });
        var suites = records.DistinctBy(record => record.Decision.Id).Select(record => SuiteOf(record, summary.Judged > 0 && !lacking.Contains(record.Path, StringComparer.Ordinal))).ToList();
        var unreadable = _results.OfType<Unreadable>().Select(file => new Case(file, file.Path, file.Message)).ToList();
        if (unreadable.Count > 0) suites.Add(new("Configuration files", "", unreadable));
        if (summary.Problems.Count > 0) suites.Add(new("decisions check", "", [.. summary.Problems.Select((problem, index) => new Case(null, $"problem {Number(index + 1)}", problem))]));
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, suites.SelectMany(suite => suite.Cases));
        foreach (var suite in suites) Write(xml, suite);
        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private Suite SuiteOf(AdrRecord record, bool isJudged)
    {
        var name = $"{record.Decision.Id}: {record.Decision.Title}";
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var cases = _results.OfType<Broken>().Where(broken => broken.Setting.Record.Decision.Id == record.Decision.Id)
            .Select(broken => new Case(broken, NameOf(broken, names), broken.Message))
            .ToList();
        return new(name, record.Decision.Id, cases.Exists(IsFailed) || !isJudged ? cases : [new(null, "is kept", null), .. cases]);
    }

    // Dashboards take cases of one name for one case, so the second of a name is numbered.
    private static string NameOf(Broken broken, Dictionary<string, int> names)
    {
        var name = $"{broken.Setting.Finding.Key} ({broken.Path}{(broken.Part is { } part ? $", {part.Text}" : "")})";
        var count = names[name] = names.GetValueOrDefault(name) + 1;
        return count == 1 ? name : $"{name} #{Number(count)}";
    }

    private static void Write(XmlWriter xml, Suite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Legal(suite.Name));
        WriteCounts(xml, suite.Cases);
        foreach (var test in suite.Cases) Write(xml, suite, test);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Suite suite, Case test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Legal(suite.Id.Length > 0 ? suite.Id : suite.Name));
        xml.WriteAttributeString("name", Legal(test.Name));
        if (test.Result is { } result)
        {
            xml.WriteAttributeString("file", Legal(result.Path));
            xml.WriteAttributeString("line", Number(result.Place.Line));
            // A waiver is a skipped test, and what is only proposed fails nothing.
            xml.WriteStartElement(IsFailed(test) ? "failure" : IsSkipped(test) ? "skipped" : "system-out");
            if (IsFailed(test) || IsSkipped(test)) xml.WriteAttributeString("message", Legal(test.Message!));
            xml.WriteString(Legal($"{result.Path}({result.Place.Line},{result.Place.Column}): {test.Message}"));
            xml.WriteEndElement();
        }
        else if (IsError(test))
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", Legal(test.Message!));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IEnumerable<Case> cases)
    {
        var all = cases.ToList();
        xml.WriteAttributeString("tests", Number(all.Count));
        xml.WriteAttributeString("failures", Number(all.Count(IsFailed)));
        xml.WriteAttributeString("errors", Number(all.Count(IsError)));
        xml.WriteAttributeString("skipped", Number(all.Count(IsSkipped)));
    }

    private static bool IsFailed(Case test) => test.Result is Unreadable or Broken { Severity: Severity.Error };

    // What kept the command from its work stands at no place.
    private static bool IsError(Case test) => test is { Result: null, Message: not null };

    private static bool IsSkipped(Case test) => test.Result is Broken { Severity: Severity.Info };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML 1.0 cannot hold every character, not even escaped.
    private static string Legal(string text) => DisplayText.Neutralise(text);

    private sealed record Suite(string Name, string Id, IReadOnlyList<Case> Cases);

    private sealed record Case(CheckResult? Result, string Name, string? Message);
}
