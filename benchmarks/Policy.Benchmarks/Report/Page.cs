using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>docs/performance.md as it grows: the bars, what each part has found, and what was tried.</summary>
internal sealed class Page
{
    public const string Command = "dotnet run -c Release --project benchmarks/Policy.Benchmarks";

    private readonly List<string[]> _bars = [];
    private readonly StringBuilder _parts = new();

    /// <summary>Sets a measurement beside the bar that DESIGN asks for.</summary>
    public void Bar(string bar, string measured, bool isMet, Section section) => _bars.Add([bar, measured, isMet ? "yes" : "**no**", $"`{section.Name}`"]);

    public void Heading(string title) => _parts.Append($"\n## {title}\n");

    public void Text(string text) => _parts.Append('\n').Append(text.Trim()).Append('\n');

    public void Table(string[] columns, IEnumerable<string[]> rows) => Write(_parts, columns, rows);

    /// <summary>The page.</summary>
    /// <param name="isQuick">Whether results are rough.</param>
    /// <param name="tried">What was tried, in prose.</param>
    public string Whole(bool isQuick, string tried)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by `{Command}{(isQuick ? " -- --quick" : "")}` on {DateTime.UtcNow:yyyy-MM-dd}. Edit the program or
            `benchmarks/Policy.Benchmarks/tried.md`, not this page.

            **Ratios carry over to other machines; milliseconds do not.** They are of this one: {Environment.ProcessorCount} cores ({Processor()}),
            {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load average {Load()} when the run ended. A time is the
            lower quartile of many: what else the machine does only adds to it.{(isQuick ? " **A quick run: figures are rough.**" : "")}

            ## The bars

            `{Command} -- <part>` measures one part again.

            """);
        Write(page, ["bar", "measured", "met", "part"], _bars);
        return page.Append(_parts).Append('\n').Append(tried.Trim()).Append('\n').ToString();
    }

    /// <summary>A time in the unit that suits it.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Number(nanoseconds) + " ns",
        < 1e6 => Number(nanoseconds / 1e3) + " µs",
        < 1e9 => Number(nanoseconds / 1e6) + " ms",
        _ => Number(nanoseconds / 1e9) + " s",
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 => Number(bytes) + " B",
        < 1024 * 1024 => Number(bytes / 1024) + " KB",
        _ => Number(bytes / 1024 / 1024) + " MB",
    };

    public static string Ratio(double ratio) => Number(ratio) + " ×";

    public static string Percent(double part) => (part * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // Three digits: more would pretend.
    private static string Number(double number) => number switch
    {
        >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        0 => "0",
        _ => number.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static void Write(StringBuilder text, string[] columns, IEnumerable<string[]> rows)
    {
        text.Append('\n');
        foreach (var row in rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns)) text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
    }

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
