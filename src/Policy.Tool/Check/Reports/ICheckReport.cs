namespace DecisionPolicies.Tool.Check.Reports;

/// <summary>A form in which <c>decisions check</c> tells what it found.</summary>
internal interface ICheckReport
{
    /// <summary>Tells of a result. Results come in the order of files and places.</summary>
    void Add(CheckResult result);

    /// <summary>Tells that there is no more.</summary>
    /// <param name="summary">What the run came to.</param>
    void End(CheckSummary summary);
}
