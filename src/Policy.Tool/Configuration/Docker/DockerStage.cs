namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>A build stage: what its instructions set and start, on top of the stage that it is built from.</summary>
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

    /// <summary>What <c>ENTRYPOINT</c> starts; null if it has none of its own.</summary>
    public DockerCommand? Entrypoint { get; set; }

    /// <summary>What <c>CMD</c> starts, or adds to the entrypoint; null if it has none of its own.</summary>
    public DockerCommand? Command { get; set; }

    /// <summary>What a container of the stage starts, in the order of its words.</summary>
    public IEnumerable<DockerCommand> Started()
    {
        var holder = Chain().FirstOrDefault(stage => stage.Entrypoint is not null);
        if (holder is not null) yield return holder.Entrypoint!;
        // A shell does not pass on what follows its line.
        if (holder?.Entrypoint is { IsExec: false }) yield break;
        foreach (var stage in Chain())
        {
            if (stage.Command is not null) yield return stage.Command;
            // An entrypoint takes back the command of the stages before it.
            if (stage.Command is not null || stage == holder) yield break;
        }
    }

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

/// <summary>What an instruction starts.</summary>
/// <param name="Line">The instruction.</param>
/// <param name="Words">The words of a list, each with its place; null for the line of a shell.</param>
/// <param name="Start">The first character of the line of a shell.</param>
internal sealed record DockerCommand(ContinuedLine Line, IReadOnlyList<(string Word, Place Place)>? Words, int Start)
{
    /// <summary>Whether it is a list, and no shell reads it.</summary>
    public bool IsExec => Words is not null;
}

/// <summary>What an instruction sets.</summary>
/// <param name="NamePlace">The place of the name.</param>
/// <param name="Value">The value.</param>
/// <param name="ValuePlace">The place of the value.</param>
internal sealed record DockerVariable(Place NamePlace, string Value, Place ValuePlace);
