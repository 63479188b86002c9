using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>Everything the library logs. The ids and names of the events are stable; docs/reload.md lists them.</summary>
internal static partial class Log
{
    /// <summary>The category of every entry.</summary>
    public const string Category = "DecisionPolicies";

    /// <summary>Logs what a waiver covers. The log may be a terminal, and a key can contain any text.</summary>
    public static void Waived(this ILogger logger, WaivedFinding waived) => logger.Waived(
        DisplayText.Neutralise(waived.Decision.Id),
        DisplayText.Neutralise(waived.Finding.Key),
        waived.Waiver.Until,
        DisplayText.Neutralise(waived.Waiver.Because));

    [LoggerMessage(1, LogLevel.Warning, "{Decision} is broken at {Key}; waived until {Until:yyyy-MM-dd}: {Because}")]
    public static partial void Waived(this ILogger logger, string decision, string key, DateOnly until, string because);

    [LoggerMessage(2, LogLevel.Warning, "{Warning}")]
    public static partial void Proposed(this ILogger logger, string warning);

    /// <summary>Logs a rejected start.</summary>
    public static void RejectedAtStart(this ILogger logger, IReadOnlyList<BrokenDecision> rejected, IReadOnlyList<string> texts) => logger.RejectedAtStart(
        rejected.InOneLine(),
        Listed(rejected.Select(broken => broken.Decision.Id)),
        Listed(rejected.SelectMany(broken => broken.Rules).Select(rule => rule.Finding.Key)),
        string.Join('\n', texts));

    private static string Listed(IEnumerable<string> items) => DisplayText.Neutralise(string.Join(", ", items.Distinct(StringComparer.OrdinalIgnoreCase)));

    // One line: the exception, or standard error, has the whole text. A structured log has it, the ids and the keys as fields.
#pragma warning disable SYSLIB1015 // The other fields are for structured logs: in the message they would repeat the rejection over many lines.
    [LoggerMessage(3, LogLevel.Error, "The configuration is rejected at start: {Rejection}")]
    public static partial void RejectedAtStart(this ILogger logger, string rejection, string decisions, string keys, string report);
#pragma warning restore SYSLIB1015

    [LoggerMessage(4, LogLevel.Warning,
        "{Decision} was to be revisited by {By:yyyy-MM-dd}. Supersede the record, or move the date and say why in an amendment: {Link}")]
    public static partial void RevisitOverdue(this ILogger logger, string decision, DateOnly by, string link);

    [LoggerMessage(5, LogLevel.Error,
        "The reloaded configuration was rejected. "
        + "Options with KeepLastGood keep their last good value; code that reads IConfiguration itself sees the rejected values.\n{Rejection}")]
    public static partial void ReloadRejected(this ILogger logger, string rejection);

    [LoggerMessage(6, LogLevel.Information, "The configuration complies with all decisions again.")]
    public static partial void ConfigurationGoodAgain(this ILogger logger);

    [LoggerMessage(7, LogLevel.Error, "{Options} keeps its last good value: the reloaded configuration was rejected.\n{Refusal}")]
    public static partial void OptionsKept(this ILogger logger, string options, string refusal);

    [LoggerMessage(8, LogLevel.Information, "{Options} is valid again and follows the configuration.")]
    public static partial void OptionsGoodAgain(this ILogger logger, string options);

    [LoggerMessage(9, LogLevel.Error,
        "{File} {Failure}. Until it is loaded again, the configuration is not judged, and options with KeepLastGood keep their last good value.")]
    public static partial void FileFailed(this ILogger logger, string file, string failure);

    [LoggerMessage(10, LogLevel.Information, "{File} is loaded again.")]
    public static partial void FileLoadedAgain(this ILogger logger, string file);

    [LoggerMessage(11, LogLevel.Critical,
        "The host stops because a reload was rejected and OnRejectedReload is StopHost: {Refusal}")]
    public static partial void Stopping(this ILogger logger, string refusal);

    [LoggerMessage(20, LogLevel.Warning,
        "{Decision} has rules about endpoints, but nothing judges endpoints in this host. "
        + "Add the package DecisionPolicies.AspNetCore; if you have it, call AddEndpointGuard.")]
    public static partial void EndpointsUnguarded(this ILogger logger, string decision);
}
