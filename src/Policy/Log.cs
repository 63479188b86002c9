using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>Everything the library logs. The ids and names of the events are stable; docs/reload.md lists them.</summary>
internal static partial class Log
{
    /// <summary>The category of every entry.</summary>
    public const string Category = "DecisionPolicies";

    [LoggerMessage(1, LogLevel.Warning, "{Decision} is broken at {Key}; waived until {Until:yyyy-MM-dd}: {Because}")]
    public static partial void Waived(this ILogger logger, string decision, string key, DateOnly until, string because);

    [LoggerMessage(2, LogLevel.Warning, "{Warning}")]
    public static partial void Proposed(this ILogger logger, string warning);

    [LoggerMessage(20, LogLevel.Warning, "{Decision} has rules about endpoints, which nothing judges here. Add the package DecisionPolicies.AspNetCore; where it is there, call AddEndpointGuard.")]
    public static partial void EndpointsUnguarded(this ILogger logger, string decision);
}
