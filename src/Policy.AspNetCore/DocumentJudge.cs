using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.AspNetCore;

/// <summary>Judges documents by the rules of the host's decisions about what is served.</summary>
internal sealed class DocumentJudge
{
    private readonly Lazy<DecisionPolicy[]> _decisions;
    private readonly ConfigurationSettings _configuration;
    private readonly IHostEnvironment _environment;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public DocumentJudge(IServiceProvider services)
    {
        _decisions = new(() => [.. HostDecisions.Of(services).Select(AboutDocuments).Where(decision => decision.Rules.Count > 0)]);
        _environment = services.GetRequiredService<IHostEnvironment>();
        _configuration = new(services.GetRequiredService<IConfiguration>(), _environment.ContentRootPath);
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
    }

    /// <summary>Judges a document, and logs a rejection.</summary>
    /// <param name="request">The request that it answers.</param>
    /// <param name="json">The text, in UTF-8.</param>
    /// <returns>Why the document must not be sent; null if it may be.</returns>
    public DocumentRefusal? Refusal(HttpRequest request, ReadOnlyMemory<byte> json)
    {
        if (_decisions.Value.Length == 0) return null;
        var origin = UriHelper.BuildAbsolute(request.Scheme, request.Host);
        if (!ServedDocument.TryRead(json, origin, request.Path, _configuration, out var document, out var fault)) return NotRead(request, fault);
        var judgement = Judgement.Of(_decisions.Value, document, _environment.EnvironmentName, _time, []);
        if (judgement.Rejected.Count == 0) return null;
        _logger.DocumentNotServed(
            DisplayText.Neutralise(request.Path), string.Join('\n', judgement.Rejected.Select(broken => RejectionText.Of(broken, "this document"))));
        return new(judgement.Rejected[0].Decision, null);
    }

    /// <summary>Refuses a document that cannot be judged, and logs why.</summary>
    /// <param name="request">The request that it answers.</param>
    /// <param name="reason">Why it cannot be judged, as a sentence.</param>
    public DocumentRefusal? NotRead(HttpRequest request, string reason)
    {
        if (_decisions.Value.Length == 0) return null;
        _logger.DocumentNotRead(DisplayText.Neutralise(request.Path), reason);
        return new(_decisions.Value[0], reason);
    }

    private static DecisionPolicy AboutDocuments(DecisionPolicy decision) =>
        decision with { Rules = decision.IsInForce ? [.. decision.Rules.OfType<ConfigurationRule>().Where(IsAboutDocuments)] : [] };

    private static bool IsAboutDocuments(ConfigurationRule rule) => rule.Subject.StartsWith(ServedDocument.Section + ':', StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a document is not sent.</summary>
/// <param name="Decision">The decision that it breaks, or may break.</param>
/// <param name="Fault">Why it cannot be judged, as a sentence; null if it was judged.</param>
internal sealed record DocumentRefusal(DecisionPolicy Decision, string? Fault);
