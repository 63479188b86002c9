namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>A build stage: what <c>ENV</c> and <c>ARG</c> set in it, on top of the stage that it is built from.</summary>
/// <param name="name">Its name, or null.</param>
/// <param name="number">Its number, from 1; 0 for what comes before the first stage.</param>
/// <param name="parent">The stage that it is built from; null if it is built from an image.</param>
internal sealed class DockerStage(string? name, int number, DockerStage? parent)
{
    // A chain of stages without end would be read once for each of them.
    private const int LongestChain = 64;

    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>Its name, or null.</summary>
    public string? Name => name;

    /// <summary>The variables, by name.</summary>
    public Dictionary<string, DockerVariable> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>The build arguments with a value, by name.</summary>
    public Dictionary<string, DockerVariable> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a name in an instruction, or null: a variable comes before a build argument.</summary>
    /// <param name="wanted">The name.</param>
    public string? ValueOf(string wanted)
    {
        foreach (var stage in Chain())
        {
            if (stage.Variables.TryGetValue(wanted, out var variable)) return variable.Value;
        }
        foreach (var stage in Chain())
        {
            if (stage.Arguments.TryGetValue(wanted, out var argument)) return argument.Value;
        }
        return null;
    }

    /// <summary>The stage and those that it is built from, itself first.</summary>
    public IEnumerable<DockerStage> Chain()
    {
        var stage = this;
        for (var i = 0; stage is not null && i < LongestChain; i++, stage = stage.Parent) yield return stage;
    }

    private DockerStage? Parent => parent;
}

/// <summary>What an instruction sets.</summary>
/// <param name="NamePlace">The place of the name.</param>
/// <param name="Value">The value.</param>
/// <param name="ValuePlace">The place of the value.</param>
internal sealed record DockerVariable(Place NamePlace, string Value, Place ValuePlace);
