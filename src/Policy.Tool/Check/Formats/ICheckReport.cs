namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>A format in which <c>decisions check</c> reports its results.</summary>
internal interface ICheckReport
{
    /// <summary>Reports a result. Results come in the order of files and places.</summary>
    void Add(CheckResult result);

    /// <summary>Ends the report.</summary>
    /// <param name="summary">The result of the run in numbers.</param>
    /// <returns>What the report could not hold, as a sentence; null if it holds everything.</returns>
    string? End(CheckSummary summary);
}
