using DecisionPolicies.Tool.Check;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>What a check met and did not judge; see <see cref="NotJudged"/>.</summary>
/// <param name="Formats">The files of formats that are not read.</param>
/// <param name="Missing">The files that others refer to and that are not there.</param>
/// <param name="Templates">The Helm templates.</param>
/// <param name="Folders">The folders that tools generate.</param>
/// <param name="Links">The links to folders, which are not followed.</param>
/// <param name="Ignored">How many configuration files git ignores.</param>
/// <param name="IgnoredFolders">How many folders git ignores as a whole.</param>
/// <param name="Reports">How many reports and baselines of earlier runs there are.</param>
/// <param name="Placeholders">How many values are filled in at another time.</param>
/// <param name="Expressions">How many expressions have a value that is known only when Terraform runs.</param>
/// <param name="UnknownEnvironments">How many files are judged in every environment, because their own is filled in at another time.</param>
internal sealed record JsonNotJudged(
    IReadOnlyList<JsonUnreadFormat> Formats,
    IReadOnlyList<JsonMissingFile> Missing,
    IReadOnlyList<JsonTemplates> Templates,
    IReadOnlyList<JsonPassedFolder> Folders,
    IReadOnlyList<string> Links,
    int Ignored,
    int IgnoredFolders,
    int Reports,
    int Placeholders,
    int Expressions,
    int UnknownEnvironments)
{
    /// <summary>What a check did not judge.</summary>
    /// <param name="notJudged">What it counted.</param>
    public static JsonNotJudged Of(NotJudged notJudged) => new(
        [.. notJudged.Formats.Select(format => new JsonUnreadFormat(format.Key, format.Value))],
        [.. notJudged.Missing.Select(missing => new JsonMissingFile(missing.Key, missing.Value))],
        [.. notJudged.Templates.Select(templates => new JsonTemplates(templates.Key, templates.Value))],
        [.. notJudged.Folders.Select(folder => new JsonPassedFolder(folder.Key, folder.Value))],
        [.. notJudged.Links.Select(link => link.Path)],
        notJudged.Ignored,
        notJudged.IgnoredFolders,
        notJudged.Reports,
        notJudged.Placeholders,
        notJudged.Expressions,
        notJudged.Environments);
}

/// <summary>Files of a format that is not read.</summary>
/// <param name="Extension">Their extension, as in <c>.bicep</c>.</param>
/// <param name="Files">How many there are.</param>
internal sealed record JsonUnreadFormat(string Extension, int Files);

/// <summary>A file that others refer to and that is not there.</summary>
/// <param name="Name">What refers to it, and its name, as in <c>env_file shop.env</c>.</param>
/// <param name="Times">How many files refer to it.</param>
internal sealed record JsonMissingFile(string Name, int Times);

/// <summary>Helm templates in a folder.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Files">How many there are in it and below.</param>
internal sealed record JsonTemplates(string Path, int Files);

/// <summary>Folders of a name, which hold what tools generate.</summary>
/// <param name="Name">The name.</param>
/// <param name="Folders">How many there are.</param>
internal sealed record JsonPassedFolder(string Name, int Folders);
