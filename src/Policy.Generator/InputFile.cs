using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>One Markdown file that the build marks as a record.</summary>
/// <param name="FilePath">The path on this machine, for diagnostics only, never for generated code.</param>
/// <param name="Content">The result of reading its text.</param>
internal sealed record InputFile(string FilePath, RecordFile Content)
{
    // The build marks a record with the length of its repository's path. The path itself would be cut: the compiler takes text
    // after a # or a ; for a comment.
    private const string RootLength = "build_metadata.AdditionalFiles.DecisionRecord";

    // The generator and the analyzers get the same texts, so each text is read once.
    private static readonly ConditionalWeakTable<SourceText, Reading> _read = new();

    /// <summary>The path of a record relative to the repository, with forward slashes; null for other files.</summary>
    public static string? PathOf(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(RootLength, out var text) && int.TryParse(text, out var length) && length < file.Path.Length
            ? file.Path.Substring(length).Replace('\\', '/').TrimStart('/')
            : null;

    // On Windows, the compiler decodes what is not UTF-8 by a code page of the machine. Another machine would read something else.
    private static string TextOf(SourceText text) => text.Encoding is null or UTF8Encoding or UnicodeEncoding
        ? text.ToString()
        : string.Concat(text.ToString().Select(c => c < 128 ? c : '\uFFFD'));

    /// <summary>Reads a file; null if it is not a record, or if it cannot be opened, which the compiler itself reports.</summary>
    public static InputFile? Read(AdditionalText file, string? path, ConventionsByFolder conventions, CancellationToken cancel)
    {
        if (path is null || file.GetText(cancel) is not { } text) return null;
        var own = conventions.For(path);
        var reading = _read.GetValue(text, t => new(own, RecordReader.Read(path, TextOf(t), own)));
        var isSame = reading.Content.Path == path && reading.Conventions.Equals(own);
        return new(file.Path, isSame ? reading.Content : RecordReader.Read(path, TextOf(text), own));
    }

    /// <summary>Reads the conventions that a file states; null if it is another file.</summary>
    public static (string Path, RecordConventions Conventions)? ReadConventions(AdditionalText file, string? path, CancellationToken cancel) =>
        path is not null && RecordConventions.IsIn(path) && file.GetText(cancel) is { } text ? (path, ConventionsReader.Read(TextOf(text), [])) : null;

    private sealed record Reading(RecordConventions Conventions, RecordFile Content);
}
