using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Says why options were rejected.</summary>
internal static class OptionsRefusal
{
    /// <summary>
    /// The failures of a validation as they are worded; for any other error, only the keys that it names, because its message may
    /// contain a value: the binder quotes what it cannot convert.
    /// </summary>
    public static string InWords(Exception error, IConfiguration? configuration)
    {
        if (error is OptionsValidationException refused) return string.Join('\n', refused.Failures.Select(Harmless));
        var keys = KeysIn(error.Message, configuration);
        var where = keys.Count == 0 ? "" : $" because of {string.Join(", ", keys)}";
        return $"The options cannot be created{where} ({error.GetType().Name}; its message is withheld because it may contain a value).";
    }

    // Line breaks belong to a rejection; nothing else in a failure may move the cursor.
    private static string Harmless(string failure) => string.Join('\n', failure.Split('\n').Select(DisplayText.Neutralise));

    // Any text in quotes that is the path of a setting.
    private static List<string> KeysIn(string message, IConfiguration? configuration) => configuration is null ? [] :
        [.. message.Split('\'')
            .Where(part => part.Contains(ConfigurationPath.KeyDelimiter) && configuration.GetSection(part).Exists())
            .Select(DisplayText.Neutralise)];
}
