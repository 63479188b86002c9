namespace DecisionPolicies.Records;

/// <summary>A range in a file. Lines and columns count from 1; the end is the position after the last character.</summary>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="EndColumn">The column of the end.</param>
internal readonly record struct Place(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first character of the file, for a fault of the whole file.</summary>
    public static Place Start { get; } = new(1, 1, 1, 1);
}
