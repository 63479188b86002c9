using System.Globalization;
using System.Xml;

namespace DecisionPolicies.Tool.Reports;

/// <summary>
/// A file for test dashboards, in the JUnit XML that they have in common. The totals come first, so suites are written together.
/// Dashboards treat cases with the same name as one case, so the second one in a suite gets a number.
/// </summary>
internal static class JUnitFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="suites">Its suites.</param>
    public static void Write(TextWriter output, IReadOnlyList<JUnitSuite> suites)
    {
        using (var xml = XmlWriter.Create(output, new() { Indent = true, NewLineChars = "\n", CloseOutput = false }))
        {
            xml.WriteStartElement("testsuites");
            // By this, the command knows its own reports.
            xml.WriteAttributeString("name", "decisions");
            WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (var suite in suites) Write(xml, suite);
            xml.WriteEndElement();
        }
        output.WriteLine();
    }

    private static void Write(XmlWriter xml, JUnitSuite suite)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Legal(suite.Name));
        WriteCounts(xml, suite.Cases);
        foreach (var test in suite.Cases)
        {
            var count = names[test.Name] = names.GetValueOrDefault(test.Name) + 1;
            Write(xml, test, suite.Class, count == 1 ? test.Name : $"{test.Name} #{Number(count)}");
        }
        if (suite.Output.Length > 0) xml.WriteElementString("system-out", string.Join('\n', suite.Output.Split('\n').Select(Legal)));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, JUnitCase test, string suite, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Legal(suite));
        xml.WriteAttributeString("name", Legal(name));
        if (test.Result is { } result)
        {
            xml.WriteAttributeString("file", Legal(result.Path));
            xml.WriteAttributeString("line", Number(result.Place.Line));
        }
        if (test.Message is { } message)
        {
            xml.WriteStartElement(Element(test.Outcome));
            if (test.Outcome != JUnitOutcome.Passed) xml.WriteAttributeString("message", Legal(message));
            if (test is { Outcome: JUnitOutcome.Failed, Result.Severity: var severity }) xml.WriteAttributeString("type", severity.Word());
            if (test.Result is { } at) xml.WriteString(Legal($"{at.Path}({Number(at.Place.Line)},{Number(at.Place.Column)}): {message}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Element(JUnitOutcome outcome) => outcome switch
    {
        JUnitOutcome.Failed => "failure",
        JUnitOutcome.Skipped => "skipped",
        JUnitOutcome.Error => "error",
        _ => "system-out",
    };

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(test => test.Outcome == JUnitOutcome.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(test => test.Outcome == JUnitOutcome.Error)));
        xml.WriteAttributeString("skipped", Number(cases.Count(test => test.Outcome == JUnitOutcome.Skipped)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML 1.0 cannot hold every character, not even escaped.
    private static string Legal(string text) => DisplayText.Neutralise(text);
}

/// <summary>Cases that belong together.</summary>
/// <param name="Name">The subject of the cases.</param>
/// <param name="Class">The name that dashboards group them by.</param>
/// <param name="Cases">The cases.</param>
internal sealed record JUnitSuite(string Name, string Class, IReadOnlyList<JUnitCase> Cases)
{
    /// <summary>What else there is to say, in lines; empty if there is nothing.</summary>
    public string Output { get; init; } = "";

    /// <summary>A suite that begins with a passed case, unless a case fails.</summary>
    /// <param name="name">The subject of the cases.</param>
    /// <param name="id">The name that dashboards group them by.</param>
    /// <param name="passed">The name of the passed case, as in <c>no violations</c>.</param>
    /// <param name="cases">The other cases.</param>
    public static JUnitSuite Of(string name, string id, string passed, IReadOnlyList<JUnitCase> cases) =>
        new(name, id, cases.Any(test => test.Outcome == JUnitOutcome.Failed) ? cases : [new(passed, JUnitOutcome.Passed), .. cases]);
}

/// <summary>A case.</summary>
/// <param name="Name">Its name, which is the same in every run.</param>
/// <param name="Outcome">Its outcome.</param>
internal sealed record JUnitCase(string Name, JUnitOutcome Outcome)
{
    private readonly string? _message;

    /// <summary>The result with its place; null if there is none.</summary>
    public ReportedResult? Result { get; init; }

    /// <summary>The message, or null.</summary>
    public string? Message
    {
        get => _message ?? Result?.Message;
        init => _message = value;
    }
}

/// <summary>The outcome of a case.</summary>
internal enum JUnitOutcome
{
    /// <summary>There is nothing to do, although there may be a message.</summary>
    Passed,

    /// <summary>The result fails the command.</summary>
    Failed,

    /// <summary>A waiver covers the violation.</summary>
    Skipped,

    /// <summary>The command could not do its work.</summary>
    Error,
}
