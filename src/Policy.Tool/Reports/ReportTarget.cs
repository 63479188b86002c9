using System.CommandLine;

namespace DecisionPolicies.Tool.Reports;

/// <summary>Where a report goes: to standard output, or to a file, which is written completely or not at all.</summary>
/// <param name="File">The absolute path of the file; null for standard output.</param>
/// <param name="Context">The surroundings.</param>
internal sealed record ReportTarget(string? File, ToolContext Context)
{
    /// <summary>The option that names the file.</summary>
    public static Option<string?> CreateOption() => new("--output", "-o") { Description = "Write the report to a file.", HelpName = "FILE" };

    /// <summary>The target that a call names. It checks before the work starts that the file can be written.</summary>
    /// <param name="call">The call.</param>
    /// <param name="option">The option that names the file.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static ReportTarget Of(ParseResult call, Option<string?> option, ToolContext context)
    {
        if (call.GetValue(option) is not { } given) return new(null, context);
        var file = context.Absolute(given);
        WholeFile.Expect(file, context.Shown(file));
        return new(file, context);
    }

    /// <summary>Whether the report may be coloured.</summary>
    public bool HasColour => File is null && Context.HasColour;

    /// <summary>Writes a report as bytes.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Write(Action<Stream> write)
    {
        if (File is null)
        {
            using var output = new TextStream(Context.Output);
            write(output);
            return;
        }
        using var bytes = new MemoryStream();
        write(bytes);
        WholeFile.Write(File, bytes.ToArray(), Context.Shown(File));
    }

    /// <summary>Writes a report as text.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void WriteText(Action<TextWriter> write) => Write(stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });
}
