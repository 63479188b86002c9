namespace DecisionPolicies.Benchmarks.Report;

/// <summary>One part of what is measured: it runs, and writes what it found on the page.</summary>
internal abstract class Section
{
    /// <summary>The word by which the part can be run alone.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    /// <summary>The page in docs that the part is on.</summary>
    public abstract string Page { get; }

    /// <summary>The command that runs the part alone.</summary>
    public string Command => $"{Pages.Command} -- {Name}";

    /// <summary>Measures, and writes.</summary>
    /// <param name="isQuick">Whether a rough result is enough.</param>
    /// <param name="page">The page.</param>
    public abstract void Run(bool isQuick, Pages page);
}
