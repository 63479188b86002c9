using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Judges each reload of a host's configuration as a whole: the files that could not be loaded, the decisions, then options that ask for it.</summary>
internal sealed class ReloadTransaction(
    TakenConfiguration taken,
    EffectiveConfiguration effective,
    ConfigurationVerdict verdict,
    ChosenOptions chosen,
    IEnumerable<IKeptOptions> kept,
    RejectionCounter counter,
    Refusals refusals) : IReloadJudge, IDisposable
{
    private readonly HashSet<StagedFile> _failed = [];
    private bool _hasBegun;

    public TimeSpan QuietTime => chosen.Value.ReloadQuietTime;

    public TimeProvider Time => effective.Time;

    /// <summary>Takes the configuration over, with whatever was added to it since.</summary>
    public void TakeOver()
    {
        foreach (var configuration in effective.All) taken.TakeOver(configuration);
    }

    /// <summary>Judges every change from now on.</summary>
    public void Begin()
    {
        TakeOver();
        if (_hasBegun || taken.All.Count == 0) return;
        _hasBegun = true;
        foreach (var accepted in taken.All) accepted.Begin(this);
        foreach (var provider in effective.All.SelectMany(AcceptedSources.Outside)) Reporting.Report(() => refusals.Logger.SourceOutside(NameOf(provider)));
    }

    public Ruling Judge(IReadOnlyList<StagedFile> failed)
    {
        var reports = new List<Action?>();
        var isGood = AreLoaded(failed, reports) && verdict.IsStagedGood(reports) && AreGood(reports, isKey: false);
        return new(isGood, () => reports.ForEach(Reporting.Report));
    }

    public Ruling JudgeKey()
    {
        var reports = new List<Action?>();
        var isGood = verdict.IsKeyGood(reports) && AreGood(reports, isKey: true);
        return new(isGood, () => reports.ForEach(Reporting.Report));
    }

    public void ListenerFailed(Exception exception) => Reporting.Report(() => refusals.Logger.ListenerFailed(exception.GetType().ToString()));

    public void Dispose()
    {
        foreach (var accepted in taken.All) accepted.End(this);
    }

    private bool AreLoaded(IReadOnlyList<StagedFile> failed, List<Action?> reports)
    {
        foreach (var file in _failed.Except(failed).ToArray())
        {
            _failed.Remove(file);
            reports.Add(refusals.Accept(file, () => refusals.Logger.FileLoadedAgain(NameOf(file.Provider))));
        }
        foreach (var file in failed)
        {
            _failed.Add(file);
            var (name, why) = (NameOf(file.Provider), LoadFailure.InWords(file.Failure!));
            reports.Add(refusals.HoldBack(file, why, $"{name} {why}", since =>
            {
                refusals.Logger.FileFailed(name, why, Log.HeldBack(since));
                counter.Count(Moment.Reload, RejectionCounter.File);
            }));
        }
        return failed.Count == 0;
    }

    private bool AreGood(List<Action?> reports, bool isKey)
    {
        var areGood = true;
        foreach (var options in kept) areGood &= options.AreGood(reports, isKey);
        return areGood;
    }

    private string NameOf(IConfigurationProvider provider) => DisplayText.Neutralise(SourceDescription.Of(provider, "", effective.ContentRoot));
}
