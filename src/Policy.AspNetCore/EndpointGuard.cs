using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.AspNetCore;

/// <summary>Judges endpoints by the rules of the host's decisions about endpoints.</summary>
public sealed class EndpointGuard
{
    private readonly Lazy<DecisionPolicy[]> _decisions;
    private readonly ReportedFindings _reported;
    private readonly IHostEnvironment _environment;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConfigurationSettings _settings;
    private readonly HashSet<(Rule Rule, string Key)> _told = [];

    internal EndpointGuard(IServiceProvider services)
    {
        _decisions = new(() => [.. HostDecisions.Of(services).Where(decision => decision.Enforces<EndpointRule>())]);
        _reported = services.GetRequiredService<ReportedFindings>();
        _environment = services.GetRequiredService<IHostEnvironment>();
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
        _settings = new(services.GetRequiredService<IConfiguration>(), _environment.ContentRootPath);
    }

    /// <summary>Judges something that is served but is not an endpoint, or not yet, such as a route that a proxy is about to load.</summary>
    /// <param name="served">What is served.</param>
    /// <returns>The text of the rejection for each accepted decision that it breaks; empty if it breaks none.</returns>
    public IReadOnlyList<string> Refusals(ServedPaths served)
    {
        ArgumentNullException.ThrowIfNull(served);
        return Refusals([ServedEndpoint.Of(served, _settings)]);
    }

    /// <summary>Judges endpoints.</summary>
    /// <param name="endpoints">The endpoints; those without a route are ignored.</param>
    internal IReadOnlyList<string> Refusals(IEnumerable<Endpoint> endpoints) => Refusals(Served(endpoints));

    /// <summary>Whether an endpoint breaks an accepted decision.</summary>
    internal bool IsRejected(Endpoint endpoint) =>
        _decisions.Value.Length > 0 && ServedEndpoint.Of(endpoint, _settings) is { } served && Judge([served]).Rejected.Count > 0;

    /// <summary>Logs violations by endpoints that are mapped anyway, each once.</summary>
    internal void Report(IEnumerable<Endpoint> endpoints)
    {
        var judgement = Judge(Served(endpoints));
        foreach (var waived in judgement.Waived.Where(waived => IsNews(waived.Finding))) _logger.Waived(waived);
        foreach (var warned in News(judgement.Warned)) _logger.Proposed(RejectionText.Of(warned, Judged(warned)));
        foreach (var rejected in News(judgement.Rejected)) _logger.EndpointNotServed(RejectionText.Of(rejected, Judged(rejected)));
    }

    private IEnumerable<BrokenDecision> News(IEnumerable<BrokenDecision> broken) =>
        broken.Select(each => each with { Rules = [.. each.Rules.Where(rule => IsNews(rule.Finding))] }).Where(each => each.Rules.Count > 0);

    private bool IsNews(IFinding finding)
    {
        lock (_told) return _told.Add((finding.Rule, finding.Key));
    }

    private List<ServedEndpoint> Served(IEnumerable<Endpoint> endpoints) =>
        _decisions.Value.Length == 0 ? [] : [.. endpoints.Select(endpoint => ServedEndpoint.Of(endpoint, _settings)).OfType<ServedEndpoint>()];

    private List<string> Refusals(List<ServedEndpoint> served) =>
        [.. Judge(served).Rejected.Select(broken => _reported.Cite(broken, Judged(broken)))];

    private Judgement Judge(List<ServedEndpoint> served) =>
        Judgement.Of(_decisions.Value, decision => Findings(decision, served), _environment.EnvironmentName, _time);

    private List<EndpointFinding> Findings(DecisionPolicy decision, List<ServedEndpoint> served) =>
    [
        .. from endpoint in served
           from rule in decision.Rules.OfType<EndpointRule>()
           where rule.Environments.Include(_environment.EnvironmentName) && endpoint.Breaks(rule)
           select endpoint.Finding(rule),
    ];

    private static string Judged(BrokenDecision broken) => broken.Rules.DistinctBy(rule => rule.Finding.Key).Count() == 1 ? "this endpoint" : "these endpoints";
}
