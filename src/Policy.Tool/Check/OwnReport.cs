using System.Text;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Recognises what this command has written: reports in JSON, SARIF and JUnit XML, and baselines. They repeat keys of the configuration
/// they are about, and are not configuration.
/// </summary>
internal static partial class OwnReport
{
    private const int Head = 400;

    /// <summary>Whether a file can be one by its name.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsNamed(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file begins as one of them does, however it is indented.</summary>
    /// <param name="content">Its content.</param>
    public static bool Is(Stream content)
    {
        var head = new byte[Head];
        return IsHead(Encoding.UTF8.GetString(head, 0, content.ReadAtLeast(head, Head, throwOnEndOfStream: false)));
    }

    private static bool IsHead(string text)
    {
        var head = Space().Replace(text, "");
        return Report().IsMatch(head) || Baseline().IsMatch(head) || Sarif().IsMatch(head) || JUnit().IsMatch(head);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("""^\{"schemaVersion":[0-9]+,"command":"(check|lint|due|list|show|search)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Report();

    [GeneratedRegex("""^\{"version":[0-9]+,"root":"[^"]*","findings":\[(\]|\{"fingerprint":)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Baseline();

    [GeneratedRegex("""^\{"\$schema":"[^"]*","version":"2\.1\.0","runs":\[\{"tool":\{"driver":\{"name":"decisions",""")]
    private static partial Regex Sarif();

    [GeneratedRegex("""^(<\?xml[^>]*\?>)?<testsuitesname="decisions""" + "\"", RegexOptions.ExplicitCapture)]
    private static partial Regex JUnit();
}
