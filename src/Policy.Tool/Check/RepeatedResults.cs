using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Recognises what was reported before: a file of variables or of settings is judged by itself, and again with each file that refers to it.
/// </summary>
internal sealed class RepeatedResults
{
    private readonly HashSet<(string File, Place Place, string? Record, ConfigurationRule? Rule, Consequence? Consequence, string Text)> _seen = [];

    /// <summary>Whether a result was reported before.</summary>
    /// <param name="unit">The unit that it is from.</param>
    /// <param name="result">The result.</param>
    public bool Knows(CheckUnit unit, CheckResult result)
    {
        if (unit.Paths.Contains(result.FilePath) && !CanBeReferredTo(result.FilePath)) return false;
        return result switch
        {
            // It lies in no file, and its place is only where it could be.
            Broken { Setting.Finding.State: SettingState.Absent } => false,
            Broken { Setting: var setting } => !_seen.Add(
                (result.FilePath, result.Place, setting.Record.Path, setting.Finding.Rule, setting.Verdict.Consequence, setting.Finding.Key)),
            Unreadable unreadable => !_seen.Add((result.FilePath, result.Place, null, null, null, unreadable.Message)),
            _ => false,
        };
    }

    private static bool CanBeReferredTo(string path) => ConfigurationFormats.Of(path) is ConfigurationFormat.Env or ConfigurationFormat.Xml;
}
