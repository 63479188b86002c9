namespace DecisionPolicies.Settings;

/// <summary>One settings file that is judged.</summary>
/// <param name="FilePath">The path on this machine, for diagnostics.</param>
/// <param name="Group">What it is merged with: the files of the same group.</param>
/// <param name="Environment">The host environment it is loaded in; null where it is loaded in all.</param>
/// <param name="File">What it sets.</param>
internal sealed record SettingsInput(string FilePath, string Group, string? Environment, SettingsFile File);
