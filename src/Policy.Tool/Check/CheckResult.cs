using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>Something to report at a place in a configuration file.</summary>
/// <param name="Path">The file, as messages show it.</param>
/// <param name="Place">Where in the file.</param>
internal abstract record CheckResult(string Path, Place Place)
{
    /// <summary>The absolute path of the file; <see cref="CheckUnit.StandardInput"/> for what is piped in.</summary>
    public abstract string FilePath { get; }
}

/// <summary>A file that could not be judged, or only in part.</summary>
/// <param name="FilePath">The absolute path of the file; <see cref="CheckUnit.StandardInput"/> for what is piped in.</param>
/// <param name="Path">The file, as messages show it.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">Why, and what to do. It repeats no value.</param>
internal sealed record Unreadable(string FilePath, string Path, Place Place, string Message) : CheckResult(Path, Place)
{
    /// <inheritdoc/>
    public override string FilePath { get; } = FilePath;

    /// <summary>Other files that were not judged because of this one, as messages show them.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>A violation.</summary>
/// <param name="Path">The file, as messages show it.</param>
/// <param name="Setting">The setting that breaks the rule, and where it is.</param>
/// <param name="Line">The line that it is in, with no value except the record's own; null if it is in no line.</param>
internal sealed record Broken(string Path, BrokenSetting Setting, SourceLine? Line) : CheckResult(Path, Setting.Place.Place)
{
    /// <inheritdoc/>
    public override string FilePath => Setting.Place.Path;

    /// <summary>Which part of the file it is in; null for the whole of it.</summary>
    public FilePart? Part { get; init; }

    /// <summary>The decision, with the link at which its record can be read.</summary>
    public required DecisionPolicy Decision { get; init; }

    /// <summary>Its severity.</summary>
    public Severity Severity => Setting.Verdict.Severity;

    /// <summary>What follows from it.</summary>
    public Consequence Consequence => Setting.Verdict.Consequence;

    /// <summary>The finding in one line.</summary>
    public string Message => Setting.Finding.Message(Decision, Setting.Verdict, Setting.Environments)
        + (Setting.IsDefault ? $" The value is the default {DefaultOf}" : "");

    /// <summary>What it means that a value is a default.</summary>
    public const string DefaultOf = "of a placeholder. Where something else is filled in, that is not judged here.";

    /// <summary>What identifies the finding in a later run; see <see cref="FindingIdentity"/>.</summary>
    /// <param name="files">Names files independently of where the command runs.</param>
    public string IdentityIn(FileNames files) =>
        FindingIdentity.Of(Decision, Setting.Finding, files.NameOf(FilePath), Part?.Identity ?? "");
}
