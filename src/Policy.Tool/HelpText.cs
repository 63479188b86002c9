using System.CommandLine;
using System.Globalization;

namespace DecisionPolicies.Tool;

/// <summary>The help of a command. It is the same on every machine and in every terminal.</summary>
internal static class HelpText
{
    private const int Width = 80;
    private const int WidestLabel = 32;
    private const string Margin = "  ";

    private static readonly (int Code, string Meaning)[] _rootCodes =
    [
        (ExitCode.Clean, "There is nothing to report."),
        (ExitCode.Findings, "There is something to report: a violation, a file that cannot be read, a fault in a record, a date that has passed."),
        (ExitCode.Error, Wrong),
    ];

    private const string Wrong = "Wrong usage, something that you named is missing or unusable, or nothing could be checked.";

    /// <summary>Writes the help of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">Where to write it.</param>
    public static void Write(Command command, TextWriter output)
    {
        foreach (var line in Wrapped(command.Description!, Width)) output.WriteLine(line);
        WriteSection("Usage", [Margin + Usage(command)], output);
        WriteSection("Commands", Rows(command.Subcommands.Select(each => (each.Label(), each.Description!))), output);
        WriteSection("Arguments", Rows(command.Arguments.Select(each => (each.Label(), each.Description!))), output);
        if (Help.NotesOf(command).Copied is { } copied) WriteSection(copied.Title, copied.Lines.Select(line => Margin + line), output);
        WriteSection("Options", Rows(command.AllOptions().Select(each => (each.Label(), Meaning(each)))), output);
        WriteSection("Exit codes", Rows(Codes(command).Select(each => (each.Code.ToString(CultureInfo.InvariantCulture), each.Meaning))), output);
        WriteSection("Examples", Help.NotesOf(command).Examples.Select(example => Margin + example), output);
        if (command is RootCommand) output.WriteLine("\n'decisions COMMAND --help' describes a command, with examples.");
    }

    private static string Usage(Command command) => command is RootCommand ? "decisions <COMMAND> [options]" : $"decisions {command.Label()} [options]";

    private static string Meaning(Option option) =>
        option.HasDefaultValue && option.TakesValue() ? $"{option.Description} Default: {option.GetDefaultValue()}." : option.Description!;

    private static IEnumerable<(int Code, string Meaning)> Codes(Command command) => Help.NotesOf(command) switch
    {
        _ when command is RootCommand => _rootCodes,
        { Clean: { } clean, Findings: { } findings } => [(ExitCode.Clean, clean), (ExitCode.Findings, findings), (ExitCode.Error, Wrong)],
        _ => [],
    };

    private static void WriteSection(string title, IEnumerable<string> lines, TextWriter output)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var line in all) output.WriteLine(line);
    }

    // A label that is wider than the column gets a line of its own.
    private static IEnumerable<string> Rows(IEnumerable<(string Label, string Meaning)> rows)
    {
        var all = rows.ToList();
        var column = all.Select(row => row.Label.Length).Where(length => length <= WidestLabel).DefaultIfEmpty().Max();
        foreach (var (label, meaning) in all)
        {
            if (label.Length > column) yield return Margin + label;
            var first = label.Length > column ? "" : label;
            foreach (var line in Wrapped(meaning, Width - (2 * Margin.Length) - column))
            {
                yield return Margin + first.PadRight(column) + Margin + line;
                first = "";
            }
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
