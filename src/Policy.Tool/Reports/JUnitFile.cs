using System.Globalization;
using System.Xml;

namespace DecisionPolicies.Tool.Reports;

/// <summary>
/// A file for test dashboards, in the JUnit XML that they have in common. Totals stand at the start, so suites are written together.
/// Dashboards take cases of one name for one case, so the second of a name in a suite is numbered.
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
/// <param name="Name">What they are about.</param>
/// <param name="Class">The name by which dashboards group them.</param>
/// <param name="Cases">The cases.</param>
internal sealed record JUnitSuite(string Name, string Class, IReadOnlyList<JUnitCase> Cases)
{
    /// <summary>A suite that begins with a case that passes, unless one fails.</summary>
    /// <param name="name">What its cases are about.</param>
    /// <param name="id">The name by which dashboards group them.</param>
    /// <param name="passed">What is so where no case fails, as in <c>is kept</c>.</param>
    /// <param name="cases">The other cases.</param>
    public static JUnitSuite Of(string name, string id, string passed, IReadOnlyList<JUnitCase> cases) =>
        new(name, id, cases.Any(test => test.Outcome == JUnitOutcome.Failed) ? cases : [new(passed, JUnitOutcome.Passed), .. cases]);
}

/// <summary>A case.</summary>
/// <param name="Name">Its name, which is the same in every run.</param>
/// <param name="Outcome">What it came to.</param>
internal sealed record JUnitCase(string Name, JUnitOutcome Outcome)
{
    private readonly string? _message;

    /// <summary>What was found, and where; null where there is no place.</summary>
    public ReportedResult? Result { get; init; }

    /// <summary>What there is to say; null where there is nothing.</summary>
    public string? Message
    {
        get => _message ?? Result?.Message;
        init => _message = value;
    }
}

/// <summary>What a case came to.</summary>
internal enum JUnitOutcome
{
    /// <summary>There is nothing to do, whatever there is to say.</summary>
    Passed,

    /// <summary>What is found fails the command.</summary>
    Failed,

    /// <summary>A waiver covers what is found.</summary>
    Skipped,

    /// <summary>The command could not do its work.</summary>
    Error,
}
