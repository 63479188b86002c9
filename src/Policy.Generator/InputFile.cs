using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>One file that the build marks as a record, or as a part of a decision pack.</summary>
/// <param name="FilePath">The path on this machine, for diagnostics only, never for generated code.</param>
/// <param name="Content">The result of reading its text.</param>
internal sealed record InputFile(string FilePath, RecordFile Content)
{
    /// <summary>The id of the pack that has the file; null for a record of the project's own repository.</summary>
    public string? Pack { get; init; }

    /// <summary>Whether the file belongs to a pack that governs the project.</summary>
    public bool IsOfPack => Pack is not (null or InputPacks.Baseline);

    /// <summary>What the file says about its pack; null if it is not a manifest.</summary>
    public PackManifest? Manifest { get; init; }

    // The build marks a record with the length of its repository's path. The path itself would be cut: the compiler takes text
    // after a # or a ; for a comment.
    private const string RootLength = "build_metadata.AdditionalFiles.DecisionRecord";
    private const string PackId = "build_metadata.AdditionalFiles.DecisionPack";

    // The generator and the analyzers get the same texts, so each text is read once.
    private static readonly ConditionalWeakTable<SourceText, Reading> _read = new();

    /// <summary>How the build marks a file; null for a file that is not a record.</summary>
    public static InputMark? MarkOf(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        return options.TryGetValue(RootLength, out var text) && int.TryParse(text, out var length) && length < file.Path.Length
            ? new(file.Path.Substring(length).Replace('\\', '/').TrimStart('/'), options.TryGetValue(PackId, out var pack) && pack.Length > 0 ? pack : null)
            : null;
    }

    // On Windows, the compiler decodes what is not UTF-8 by a code page of the machine. Another machine would read something else.
    private static string TextOf(SourceText text) => text.Encoding is null or UTF8Encoding or UnicodeEncoding
        ? text.ToString()
        : string.Concat(text.ToString().Select(c => c < 128 ? c : '\uFFFD'));

    /// <summary>Reads a file; null if it is not a record, or if it cannot be opened, which the compiler itself reports.</summary>
    public static InputFile? Read(AdditionalText file, InputMark? mark, ConventionsByFolder conventions, CancellationToken cancel)
    {
        if (mark is not { Path: var path, Pack: var pack } || file.GetText(cancel) is not { } text) return null;
        if (pack is not null && PackManifest.IsIn(path)) return ReadManifest(file.Path, path, pack, TextOf(text));
        var own = conventions.For(path, pack);
        var reading = _read.GetValue(text, t => new(own, RecordReader.Read(path, TextOf(t), own)));
        var isSame = reading.Content.Path == path && reading.Conventions.Equals(own);
        return new(file.Path, isSame ? reading.Content : RecordReader.Read(path, TextOf(text), own)) { Pack = pack };
    }

    private static InputFile ReadManifest(string filePath, string path, string pack, string text)
    {
        var faults = new List<Fault>();
        var manifest = PackManifest.Read(text, faults);
        return new(filePath, new(path, null, IsSkipped: true, faults.ToValueList())) { Pack = pack, Manifest = manifest };
    }

    /// <summary>Reads the conventions that a file states; null if it is another file.</summary>
    public static (string? Pack, string Path, RecordConventions Conventions)? ReadConventions(AdditionalText file, InputMark? mark, CancellationToken cancel) =>
        mark is { Path: var path, Pack: var pack } && RecordConventions.IsIn(path) && file.GetText(cancel) is { } text
            ? (pack, path, ConventionsReader.Read(TextOf(text), []))
            : null;

    private sealed record Reading(RecordConventions Conventions, RecordFile Content);
}

/// <summary>How the build marks a file.</summary>
/// <param name="Path">Its path relative to the repository, with forward slashes.</param>
/// <param name="Pack">The id of the pack that has it; null for a file of the project's own repository.</param>
internal readonly record struct InputMark(string Path, string? Pack);
