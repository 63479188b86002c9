namespace DecisionPolicies;

/// <summary>Judges what a reload brings, before anybody sees it.</summary>
internal interface IReloadJudge
{
    /// <summary>How long the sources must be quiet before what they bring is judged.</summary>
    TimeSpan QuietTime { get; }

    /// <summary>The source of the current time.</summary>
    TimeProvider Time { get; }

    /// <summary>Judges the configuration that this thread sees.</summary>
    /// <param name="failed">The files whose last load failed.</param>
    Ruling Judge(IReadOnlyList<StagedFile> failed);

    /// <summary>Judges the configuration that this thread sees, in which code has set a key. If that is refused, the key keeps its value.</summary>
    Ruling JudgeKey();

    /// <summary>Reports that code which was notified of a published reload threw. No lock is held.</summary>
    void ListenerFailed(Exception exception);
}

/// <summary>What a judge says.</summary>
/// <param name="IsGood">Whether what was judged may be published.</param>
/// <param name="Report">Logs and counts what has changed with this ruling. It runs other people's code, so no lock may be held.</param>
internal readonly record struct Ruling(bool IsGood, Action Report);
