using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>Something that was found at a place in a configuration file.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Place">Where in the file.</param>
internal abstract record CheckResult(string Path, Place Place);

/// <summary>A file that could not be judged, or not as a whole.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">Why, and what to do. It repeats no value.</param>
internal sealed record Unreadable(string Path, Place Place, string Message) : CheckResult(Path, Place)
{
    /// <summary>Other files that were not judged because of this one, as they are shown.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>A broken rule.</summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="Setting">What is broken, and where.</param>
/// <param name="Line">The line it stands in, with no value but the record's own; null where no line does.</param>
internal sealed record Broken(string Path, BrokenSetting Setting, SourceLine? Line) : CheckResult(Path, Setting.Place.Place)
{
    /// <summary>Which part of the file it stands in; null for the whole of it.</summary>
    public FilePart? Part { get; init; }

    /// <summary>The decision, with the link at which its record can be read.</summary>
    public required DecisionPolicy Decision { get; init; }

    /// <summary>How much it weighs.</summary>
    public Severity Severity => Setting.Verdict.Severity;

    /// <summary>The finding in one line.</summary>
    public string Message => Setting.Finding.Message(Decision, Setting.Verdict, Setting.Environments);

    /// <summary>By what the finding is known again; see <see cref="FindingIdentity"/>.</summary>
    /// <param name="files">Names files apart from where the command runs.</param>
    public string IdentityIn(FileNames files) =>
        FindingIdentity.Of(Decision, Setting.Finding, files.NameOf(Setting.Place.Path), Part?.Identity ?? "");
}
