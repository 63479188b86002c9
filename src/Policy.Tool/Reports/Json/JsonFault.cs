namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A fault in a record.</summary>
/// <param name="Id">The id under which docs/diagnostics.md explains it, as in <c>DP1001</c>.</param>
/// <param name="Title">The kind of fault in a few words.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Place">The place of the fault.</param>
internal sealed record JsonFault(string Id, string Title, Severity Severity, string Message, JsonPlace Place)
{
    /// <summary>A fault in a file.</summary>
    /// <param name="found">The fault.</param>
    public static JsonFault Of(FaultInFile found)
    {
        var (path, fault) = found;
        return new(fault.Kind.Id, fault.Kind.Title, fault.Severity, DisplayText.Neutralise(fault.Message), JsonPlace.Of(path, fault.Place));
    }
}
