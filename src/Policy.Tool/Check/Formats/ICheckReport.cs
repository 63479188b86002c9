namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>A form in which <c>decisions check</c> reports what it found.</summary>
internal interface ICheckReport
{
    /// <summary>Reports a result. Results come in the order of files and places.</summary>
    void Add(CheckResult result);

    /// <summary>Ends the report.</summary>
    /// <param name="summary">What the run came to.</param>
    /// <returns>What the report could not hold, as a sentence; null where it holds everything.</returns>
    string? End(CheckSummary summary);
}
