using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>The pages docs/performance*.md as they grow: the bars on the first, what each part has found on the others.</summary>
internal sealed class Pages
{
    private const string Overview = "performance.md";

    public const string Command = "dotnet run -c Release --project benchmarks/Policy.Benchmarks";

    private readonly List<(Section Section, string[] Row)> _bars = [];
    private readonly List<(Section Section, StringBuilder Text)> _parts = [];
    private StringBuilder _part = new();

    /// <summary>Sets a measurement beside its bar.</summary>
    public void Bar(string bar, string measured, bool isMet, Section section) =>
        _bars.Add((section, [bar, measured, isMet ? "yes" : "**no**", LinkTo(section)]));

    /// <summary>Begins a part: what follows is on its page.</summary>
    public void Begin(Section section)
    {
        _part = new StringBuilder().Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n")
            .Append(CultureInfo.InvariantCulture, $"Measured on {DateTime.UtcNow:yyyy-MM-dd}; load average {Load()} before.\n");
        _parts.Add((section, _part));
    }

    public void Text(string text) => _part.Append('\n').Append(text.Trim()).Append('\n');

    public void Table(string[] columns, IEnumerable<string[]> rows) => Write(_part, columns, rows);

    /// <summary>Each page, by the name of its file.</summary>
    /// <param name="isQuick">Whether results are rough.</param>
    public IEnumerable<(string File, string Text)> Whole(bool isQuick)
    {
        yield return (Overview, Bars(isQuick));
        foreach (var page in _parts.GroupBy(part => part.Section.Page))
        {
            yield return (page.Key, HeadOf(page.Key) + string.Concat(page.Select(part => part.Text)));
        }
    }

    /// <summary>The pages as they are, with what has been measured again in its place.</summary>
    /// <param name="folder">The folder of the pages.</param>
    public IEnumerable<(string File, string Text)> Updated(string folder)
    {
        var overview = File.ReadAllText(Path.Combine(folder, Overview));
        foreach (var page in _parts.GroupBy(part => part.Section.Page))
        {
            var file = Path.Combine(folder, page.Key);
            var text = File.Exists(file) ? File.ReadAllText(file) : HeadOf(page.Key);
            foreach (var (section, measured) in page)
            {
                text = WithPart(text, section, measured.ToString());
                overview = WithBars(overview, section);
            }
            yield return (page.Key, text);
        }
        yield return (Overview, overview);
    }

    private static string HeadOf(string page)
    {
        var title = page switch
        {
            "performance-compiler.md" => "Performance of the compiler's part",
            "performance-growth.md" => "Growth with the input",
            _ => "Performance at run time",
        };
        return $"# {title}\n\nWritten by the program that writes [the overview]({Overview}), which says on what machine.\n";
    }

    private static string WithPart(string text, Section section, string measured)
    {
        var start = text.IndexOf($"\n## {section.Title}\n", StringComparison.Ordinal);
        if (start < 0) return text + measured;
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[..start] + measured + (end < 0 ? "" : text[end..]);
    }

    private string WithBars(string text, Section section)
    {
        var lines = text.Split('\n').ToList();
        var first = lines.FindIndex(line => line.Contains(LinkTo(section), StringComparison.Ordinal));
        lines.RemoveAll(line => line.Contains(LinkTo(section), StringComparison.Ordinal));
        if (first < 0) first = lines.FindLastIndex(line => line.StartsWith('|')) + 1;
        lines.InsertRange(first, _bars.Where(bar => bar.Section == section).Select(bar => Line(bar.Row)));
        return string.Join('\n', lines);
    }

    private static string LinkTo(Section section) => $"[`{section.Name}`]({section.Page})";

    private static string Line(string[] row) => $"| {string.Join(" | ", row)} |";

    private string Bars(bool isQuick)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by `{Command}{(isQuick ? " -- --quick" : "")}` on {DateTime.UtcNow:yyyy-MM-dd}. Edit the program, not this page.
            [What was tried](performance-tried.md) is written by hand.

            **Ratios carry over to other machines; milliseconds do not.** They are of this one: {Environment.ProcessorCount} cores ({Processor()}),
            {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load average {Load()} when the run ended. A time is the
            lower quartile of many: what else the machine does only adds to it.{(isQuick ? " **A quick run: figures are rough.**" : "")}

            ## The bars

            `{Command} -- <part>` measures one part again, and writes it in its place.

            """);
        Write(page, ["bar", "measured", "met", "part"], _bars.Select(bar => bar.Row));
        return page.ToString();
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
        foreach (var row in rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns)) text.Append(Line(row)).Append('\n');
    }

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
