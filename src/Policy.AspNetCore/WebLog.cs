using Microsoft.Extensions.Logging;

namespace DecisionPolicies.AspNetCore;

/// <summary>What only a web application logs, under the library's category. The ids and names of the events are stable; docs/endpoints.md lists them.</summary>
internal static partial class WebLog
{
    [LoggerMessage(21, LogLevel.Error, "An endpoint that was added after the start is not served.\n{Rejection}")]
    public static partial void EndpointNotServed(this ILogger logger, string rejection);

    [LoggerMessage(22, LogLevel.Error, "The document at {Path} is not served.\n{Rejection}")]
    public static partial void DocumentNotServed(this ILogger logger, string path, string rejection);

    [LoggerMessage(23, LogLevel.Error, "The document at {Path} is not served, because it cannot be judged: {Reason}")]
    public static partial void DocumentNotRead(this ILogger logger, string path, string reason);

    [LoggerMessage(24, LogLevel.Warning, "A request is refused. Further requests for this path are not logged.\n{Rejection}")]
    public static partial void RequestRefused(this ILogger logger, string rejection);
}
