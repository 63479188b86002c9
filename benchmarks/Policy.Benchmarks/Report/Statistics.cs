namespace DecisionPolicies.Benchmarks.Report;

internal static class Statistics
{
    /// <summary>
    /// The value that a quarter of the values do not exceed. What else the machine does only adds to a time, so this is closer than the median
    /// to the time of the code itself.
    /// </summary>
    public static double LowerQuartile(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[(ordered.Count - 1) / 4];
    }

    /// <summary>The value in the middle: of ratios of pairs, in each of which the machine was equally busy.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    /// <summary>
    /// Between which values the median of all that could have been measured is, by a probability of 95 %: an interval of ranks, whatever
    /// the distribution.
    /// </summary>
    public static (double Low, double High) MedianInterval(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        var outside = Math.Max(0, (int)Math.Floor((ordered.Count - (1.96 * Math.Sqrt(ordered.Count))) / 2) - 1);
        return (ordered[outside], ordered[^(outside + 1)]);
    }
}
