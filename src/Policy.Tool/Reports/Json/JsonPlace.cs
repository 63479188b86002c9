namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A part of a file. Lines and columns count from 1; the end is the place after the last character.</summary>
/// <param name="Path">
/// The file, with forward slashes: a record relative to the repository, or after its pack and a slash; another file as messages show it.
/// </param>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column of the end.</param>
internal sealed record JsonPlace(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A place in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">The place.</param>
    public static JsonPlace Of(string path, Place place) => new(path, place.Line, place.Column, place.EndLine, place.EndColumn);
}
