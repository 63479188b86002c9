namespace DecisionPolicies;

/// <summary>Settings that may know all of their keys.</summary>
internal interface IListedSettings : ISettings
{
    /// <summary>All keys that are set; null if a source keeps its keys to itself.</summary>
    IEnumerable<string>? Keys { get; }
}
