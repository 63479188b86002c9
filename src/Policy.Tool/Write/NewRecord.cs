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
    /// <param name="named">The file and the template that the user names.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The title, the file or the template cannot be used.</exception>
    public static RecordEdit Plan(DecisionLog log, string title, bool isAccepted, AdrRecord? supersedes, NamedFiles named, ToolContext context)
    {
        var folder = log.Folder.Folders[0];
        if (!RealPath.IsWithin(folder, log.Folder.Root))
        {
            throw new ToolException($"{context.Shown(folder)} is a link that leads out of the repository, to {RealPath.Of(folder)}. "
                + "If you mean that folder, name it with --records.");
        }
        var words = DisplayText.WithoutInvisible(title).Trim();
        var file = named.File is null ? Continued(log, folder, words, context) : Named(folder, named.File, context);
        if (Path.Exists(file)) throw new ToolException($"{context.Shown(file)}: The file already exists. Choose another title, or edit the file.");
        var path = Path.GetRelativePath(log.Folder.Root, file).Replace('\\', '/');
        var draft = new RecordDraft(path, words, isAccepted, context.Today, supersedes) { Conventions = log.Conventions.For(path) };
        // Nothing is written if the name does not give an id.
        _ = draft.Id;
        var given = named.Template is not null ? context.Absolute(named.Template) : Template.Find(log, folder, context);
        if (named.Template is null && given is not null && !RealPath.IsWithin(given, log.Folder.Root))
        {
            throw new ToolException(
                $"The template {context.Shown(given)} is a link that leads out of the repository. If you mean it, name it with --template.");
        }
        var text = given is null ? BuiltIn(log, file, draft) : Filled(given, draft, context);
        return new(log.FileOf(file, text), text);
    }

    private static string Continued(DecisionLog log, string folder, string title, ToolContext context)
    {
        var inFolder = log.Files.Where(file => file.FilePath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        var direct = inFolder.Where(file => FolderOf(file) == folder).ToList();
        var folders = inFolder.Where(file => file.Content.Record is not null).Select(FolderOf).Distinct(StringComparer.Ordinal).ToList();
        if (direct.TrueForAll(file => file.Content.Record is null) && folders.Count > 0)
        {
            throw new ToolException(
                $"The records are in folders below {context.Shown(folder)}. Name the one for the new record with --records {context.Shown(folders[0])}.");
        }
        var pattern = FileNamePattern.Of(direct, context.Shown(folder));
        var any = Path.GetRelativePath(log.Folder.Root, Path.Combine(folder, pattern.PathOf(1, title, context.Today))).Replace('\\', '/');
        return Path.Combine(folder, pattern.PathOf(pattern.Digits == 0 ? 0 : NextNumber.Of(log, any, context), title, context.Today));
    }

    // The folder that a record is in; for a record in a folder of its own, the one above it.
    private static string FolderOf(LogFile file)
    {
        var folder = Path.GetDirectoryName(file.FilePath)!;
        return FileName.Of(file.Content.Path, file.Conventions).IsOfFolder ? Path.GetDirectoryName(folder)! : folder;
    }

    private static string Named(string folder, string name, ToolContext context)
    {
        var file = Path.GetFullPath(Path.Combine(folder, name));
        if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ToolException($"--file '{name}' is not in {context.Shown(folder)}. Name another folder with --records.");
        }
        return UsualFolders.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) ? file : file + ".md";
    }

    // Uses the line end of the other records, and a C# name of its own if the title's is taken.
    private static string BuiltIn(DecisionLog log, string file, RecordDraft draft)
    {
        var lineEnd = log.Files.LastOrDefault(other => !other.Content.IsSkipped)?.Text.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        var written = log.FileOf(file, draft.Text(lineEnd));
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

/// <summary>The files that the user names for a new record.</summary>
/// <param name="File">The record's file, relative to the folder of the records; null to continue its names.</param>
/// <param name="Template">The template; null for the one among the records, or the built-in one.</param>
internal sealed record NamedFiles(string? File, string? Template);
