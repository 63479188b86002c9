namespace DecisionPolicies.Settings;

/// <summary>One settings file that is judged.</summary>
/// <param name="FilePath">The path on this machine, for diagnostics.</param>
/// <param name="Group">The group of files with which it is merged.</param>
/// <param name="Environment">The host environment in which it is loaded; null if it is loaded in all.</param>
/// <param name="File">The keys that it sets.</param>
internal sealed record SettingsInput(string FilePath, string Group, string? Environment, SettingsFile File);
