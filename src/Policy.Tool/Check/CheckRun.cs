namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Judges units in parallel and passes their results on in the order of the units. Only a few units are in memory at a time, however
/// many there are.
/// </summary>
internal static class CheckRun
{
    private const int UnitsAhead = 4;

    /// <summary>Judges every unit.</summary>
    /// <param name="units">The units.</param>
    /// <param name="judge">Judges one.</param>
    /// <param name="report">Receives each unit with its results, in order.</param>
    public static void Over(IEnumerable<CheckUnit> units, Func<CheckUnit, JudgedUnit> judge, Action<CheckUnit, JudgedUnit> report)
    {
        var most = Environment.ProcessorCount * UnitsAhead;
        var running = new Queue<(CheckUnit Unit, Task<JudgedUnit> Judged)>(most);
        foreach (var unit in units)
        {
            if (running.Count == most) ReportNext();
            running.Enqueue((unit, Task.Run(() => judge(unit))));
        }
        while (running.Count > 0) ReportNext();

        void ReportNext()
        {
            var (unit, judged) = running.Dequeue();
            report(unit, judged.GetAwaiter().GetResult());
        }
    }
}
