using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>One Markdown file that the build marks as a record.</summary>
/// <param name="FilePath">The path on this machine: for diagnostics only, never for generated code.</param>
/// <param name="Content">What became of its text.</param>
internal sealed record InputFile(string FilePath, RecordFile Content)
{
    // The props set it to the file's path relative to the repository.
    private const string PathMetadata = "build_metadata.AdditionalFiles.DecisionRecord";

    public static InputFile? Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancel)
    {
        if (!options.GetOptions(text).TryGetValue(PathMetadata, out var path) || path.Length == 0) return null;
        var relative = path.Replace('\\', '/');
        return new(text.Path, RecordReader.Read(relative, text.GetText(cancel)?.ToString() ?? ""));
    }
}
