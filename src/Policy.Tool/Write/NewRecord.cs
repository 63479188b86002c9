using System.Text;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Plans a new record: its number, the name of its file and its text.</summary>
internal static class NewRecord
{
    /// <summary>Plans the record.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="title">The title.</param>
    /// <param name="isAccepted">Whether it is accepted at once.</param>
    /// <param name="supersedes">The record that it supersedes, or null.</param>
    /// <param name="template">The template that the user names, or null.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The title or the template cannot be used.</exception>
    public static RecordEdit Plan(DecisionLog log, string title, bool isAccepted, AdrRecord? supersedes, string? template, ToolContext context)
    {
        var folder = log.Folder.Folders[0];
        // What takes the place of a control character on a terminal would look like a byte that is not UTF-8.
        var words = DisplayText.Neutralise(title).Replace("\uFFFD", "", StringComparison.Ordinal).Trim();
        var inFolder = log.Files.Where(file => file.FilePath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var name = FileNamePattern.Of(inFolder).Name(NextNumber.Of(log, context), words, context.Today);
        var file = Path.Combine(folder, name);
        if (Path.Exists(file)) throw new ToolException($"{context.Shown(file)}: The file already exists. Choose another title, or edit the file.");
        var draft = new RecordDraft(Path.GetRelativePath(log.Folder.Root, file).Replace('\\', '/'), words, isAccepted, context.Today, supersedes);
        var given = template is not null ? context.Absolute(template) : Template.Find(folder);
        var text = given is null ? BuiltIn(log, file, draft) : Filled(given, draft, context);
        return new(LogFile.Of(file, text, log.Folder.Root), text);
    }

    // Uses the line end of the other records, and a C# name of its own if the title's is taken.
    private static string BuiltIn(DecisionLog log, string file, RecordDraft draft)
    {
        var lineEnd = log.Files.LastOrDefault(other => !other.Content.IsSkipped)?.Text.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        var written = LogFile.Of(file, draft.Text(lineEnd), log.Folder.Root);
        var together = log.With([written]).RecordOf(written.Content.Path);
        var isTaken = together is not null
            && (together.Name != written.Content.Record!.Name || written.Content.Faults.Any(fault => fault.Kind == FaultKind.RenamedConstant));
        return isTaken ? (draft with { Name = together!.Name }).Text(lineEnd) : written.Text;
    }

    private static string Filled(string template, RecordDraft draft, ToolContext context)
    {
        if (!File.Exists(template)) throw new ToolException($"{context.Shown(template)}: The template does not exist.");
        var text = Template.Fill(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(File.ReadAllBytes(template)), draft);
        var missing = draft.MissingFrom(text).ToList();
        return missing.Count == 0
            ? text
            : throw new ToolException($"{context.Shown(template)}: The template cannot be used: {string.Join("; ", missing)}. "
                + "Fix the template, or name another with --template. Nothing was written.");
    }
}
