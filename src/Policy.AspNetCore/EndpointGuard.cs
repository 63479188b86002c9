using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.AspNetCore;

/// <summary>Judges endpoints by the rules of the host's decisions about endpoints.</summary>
public sealed class EndpointGuard
{
    // Clients can ask for any number of paths.
    private const int MostRequestsReported = 1_000;

    private readonly Lazy<DecisionPolicy[]> _decisions;
    private readonly ReportedFindings _reported;
    private readonly IHostEnvironment _environment;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConfigurationSettings _settings;
    private readonly HashSet<(Rule Rule, string Key)> _told = [];
    private readonly Lazy<EndpointRule[]> _rules;
    private readonly RejectionCounter? _counter;
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    internal EndpointGuard(IServiceProvider services)
    {
        _decisions = new(() => [.. HostDecisions.Of(services).Where(decision => decision.Enforces<EndpointRule>())]);
        _rules = new(() => [.. _decisions.Value.SelectMany(decision => decision.Rules).OfType<EndpointRule>()]);
        _counter = services.GetService<RejectionCounter>();
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

    /// <summary>Whether any decision has a rule about endpoints.</summary>
    internal bool HasRules => _decisions.Value.Length > 0;

    /// <summary>Whether any rule is about a request. Nothing is allocated: nearly every request is about something else.</summary>
    internal bool MayReject(string method, string path)
    {
        foreach (var rule in _rules.Value)
        {
            if (rule.Endpoint.Matches(method, path)) return true;
        }
        return false;
    }

    /// <summary>The accepted decisions that something served breaks.</summary>
    internal IReadOnlyList<BrokenDecision> Rejected(ServedEndpoint served) => Judge([served]).Rejected;

    /// <summary>
    /// The rules that forbid the path of an endpoint, by the text of its route, and do not reject it: it has been judged, or its type is excepted.
    /// </summary>
    internal IReadOnlyCollection<Rule> RulesKnownTo(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint route || ServedEndpoint.OfRoute(route) is not { } written || IsRejected(endpoint)) return [];
        return [.. _rules.Value.Where(rule => (written with { Types = [] }).Breaks(rule))];
    }

    /// <summary>Logs and counts a request that is refused, once for each path.</summary>
    internal void ReportRequest(IReadOnlyList<BrokenDecision> rejected)
    {
        lock (_refused)
        {
            if (_refused.Count == MostRequestsReported || !_refused.Add(rejected[0].Rules[0].Finding.Key)) return;
        }
        foreach (var broken in rejected)
        {
            _logger.RequestRefused(RejectionText.Of(broken, "this request"));
            _counter?.Count(Moment.Request, RejectionCounter.Endpoint, broken.Decision.Id);
        }
    }

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

    private List<string> Refusals(List<ServedEndpoint> served)
    {
        const string Layer = "endpoints";
        _reported.Release(Layer);
        return [.. Judge(served).Rejected.Select(broken => _reported.Cite(Layer, broken, Judged(broken)))];
    }

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
