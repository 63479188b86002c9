using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>Everything the library logs. The ids and names of the events are stable; docs/reload.md lists them.</summary>
internal static partial class Log
{
    /// <summary>The category of every entry.</summary>
    public const string Category = "DecisionPolicies";

    /// <summary>What follows from a rejected reload that could not be held back.</summary>
    public const string Published =
        "Options with KeepLastGood keep their last good value; code that reads IConfiguration itself sees the rejected values.";

    /// <summary>What follows from a key that code has set to what is rejected.</summary>
    public const string NotSet = "The key that code has set keeps its value.";

    /// <summary>What follows from a file that cannot be loaded, where that cannot be held back.</summary>
    public const string LostFile = "Until it is loaded again, the configuration is not judged, and options with KeepLastGood keep their last good value.";

    /// <summary>What follows from a rejected reload that nobody has seen.</summary>
    /// <param name="since">Since when reloads have been rejected.</param>
    public static string HeldBack(DateTimeOffset since) => $"The configuration from before {since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z stays in force.";

    /// <summary>Logs what a waiver covers. The log may be a terminal, and a key can contain any text.</summary>
    public static void Waived(this ILogger logger, WaivedFinding waived) => logger.Waived(
        DisplayText.Neutralise(waived.Decision.Citation()),
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
        Decisions(rejected),
        Keys(rejected),
        string.Join('\n', texts));

    /// <summary>Logs a rejected reload.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="consequence">What is in force now.</param>
    /// <param name="report">The whole text.</param>
    /// <param name="rejected">What is broken; empty if the configuration could not be judged.</param>
    public static void ReloadRejected(this ILogger logger, string consequence, string report, IReadOnlyList<BrokenDecision> rejected) =>
        logger.ReloadRejected(consequence, report, Decisions(rejected), Keys(rejected));

    private static string Decisions(IReadOnlyList<BrokenDecision> rejected) => Listed(rejected.Select(broken => broken.Decision.Citation()));

    private static string Keys(IReadOnlyList<BrokenDecision> rejected) =>
        Listed(rejected.SelectMany(broken => broken.Rules).Select(rule => rule.Finding.Key));

    private static string Listed(IEnumerable<string> items) => DisplayText.Neutralise(string.Join(", ", items.Distinct(StringComparer.OrdinalIgnoreCase)));

    // One line: the exception, or standard error, has the whole text. A structured log has it, the ids and the keys as fields.
#pragma warning disable SYSLIB1015 // The other fields are for structured logs: in the message they would repeat the rejection over many lines.
    [LoggerMessage(3, LogLevel.Error, "The configuration is rejected at start: {Rejection}")]
    public static partial void RejectedAtStart(this ILogger logger, string rejection, string decisions, string keys, string report);

    [LoggerMessage(5, LogLevel.Error, "The reloaded configuration was rejected. {Consequence}\n{report}")]
    public static partial void ReloadRejected(this ILogger logger, string consequence, string report, string decisions, string keys);
#pragma warning restore SYSLIB1015

    [LoggerMessage(4, LogLevel.Warning,
        "{Decision} was to be revisited by {By:yyyy-MM-dd}. Supersede the record, or move the date and say why in an amendment: {Link}")]
    public static partial void RevisitOverdue(this ILogger logger, string decision, DateOnly by, string link);

    [LoggerMessage(6, LogLevel.Information, "The configuration complies with all decisions again.")]
    public static partial void ConfigurationGoodAgain(this ILogger logger);

    [LoggerMessage(7, LogLevel.Error, "{Options} keeps its last good value: the reloaded configuration was rejected.\n{Refusal}")]
    public static partial void OptionsKept(this ILogger logger, string options, string refusal);

    [LoggerMessage(8, LogLevel.Information, "{Options} is valid again and follows the configuration.")]
    public static partial void OptionsGoodAgain(this ILogger logger, string options);

    [LoggerMessage(9, LogLevel.Error,
        "{File} {Failure}. {Consequence}")]
    public static partial void FileFailed(this ILogger logger, string file, string failure, string consequence);

    [LoggerMessage(10, LogLevel.Information, "{File} is loaded again.")]
    public static partial void FileLoadedAgain(this ILogger logger, string file);

    [LoggerMessage(11, LogLevel.Critical,
        "The host stops because a reload was rejected and OnRejectedReload is StopHost: {Refusal}")]
    public static partial void Stopping(this ILogger logger, string refusal);

    [LoggerMessage(12, LogLevel.Information,
        "A reload of {Source} cannot be held back: what it brings is seen at once, and judged after that.")]
    public static partial void SourceOutside(this ILogger logger, string source);

    [LoggerMessage(13, LogLevel.Warning, "Code that was notified of a reload, or one of its sources, threw {Exception}.")]
    public static partial void ListenerFailed(this ILogger logger, string exception);

    [LoggerMessage(20, LogLevel.Warning,
        "{Decision} has rules about endpoints, but nothing judges endpoints in this host. "
        + "Add the package DecisionPolicies.AspNetCore; if you have it, call AddEndpointGuard.")]
    public static partial void EndpointsUnguarded(this ILogger logger, string decision);
}
