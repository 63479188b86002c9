using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>Something that was found at a place in a configuration file.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Place">Where in the file.</param>
internal abstract record CheckResult(string Path, Place Place)
{
    /// <summary>The file: absolute; <see cref="CheckUnit.StandardInput"/> for what is piped in.</summary>
    public abstract string FilePath { get; }
}

/// <summary>A file that could not be judged, or not as a whole.</summary>
/// <param name="FilePath">The file: absolute; <see cref="CheckUnit.StandardInput"/> for what is piped in.</param>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">Why, and what to do. It repeats no value.</param>
internal sealed record Unreadable(string FilePath, string Path, Place Place, string Message) : CheckResult(Path, Place)
{
    /// <inheritdoc/>
    public override string FilePath { get; } = FilePath;

    /// <summary>Other files that were not judged because of this one, as they are shown.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>A broken rule.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Setting">What is broken, and where.</param>
/// <param name="Line">The line it is in, with no value but the record's own; null where no line does.</param>
internal sealed record Broken(string Path, BrokenSetting Setting, SourceLine? Line) : CheckResult(Path, Setting.Place.Place)
{
    /// <inheritdoc/>
    public override string FilePath => Setting.Place.Path;

    /// <summary>Which part of the file it is in; null for the whole of it.</summary>
    public FilePart? Part { get; init; }

    /// <summary>The decision, with the link at which its record can be read.</summary>
    public required DecisionPolicy Decision { get; init; }

    /// <summary>How much it weighs.</summary>
    public Severity Severity => Setting.Verdict.Severity;

    /// <summary>What follows from it.</summary>
    public Consequence Consequence => Setting.Verdict.Consequence;

    /// <summary>The finding in one line.</summary>
    public string Message => Setting.Finding.Message(Decision, Setting.Verdict, Setting.Environments);

    /// <summary>By what the finding is known again; see <see cref="FindingIdentity"/>.</summary>
    /// <param name="files">Names files apart from where the command runs.</param>
    public string IdentityIn(FileNames files) =>
        FindingIdentity.Of(Decision, Setting.Finding, files.NameOf(FilePath), Part?.Identity ?? "");
}
