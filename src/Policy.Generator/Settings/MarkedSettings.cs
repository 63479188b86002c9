using System.Runtime.CompilerServices;
using DecisionPolicies.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Settings;

/// <summary>The settings files that the build marks.</summary>
internal static class MarkedSettings
{
    // The analyzer runs again on every keystroke in the code, but the texts of these files stay the same.
    private static readonly ConditionalWeakTable<SourceText, SettingsFile> _read = new();

    /// <summary>Whether the build marks a file as settings.</summary>
    public static bool IsMarked(AdditionalText file, AnalyzerConfigOptionsProvider options) => MarkOf(file, options) is not null;

    /// <summary>
    /// The marked files, in the order of the project. A file that cannot be opened is left out; the compiler itself reports it.
    /// </summary>
    public static IReadOnlyList<SettingsInput> All(AnalyzerOptions options, CancellationToken cancel)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var marked = options.AdditionalFiles.GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => same.First())
            .Where(file => IsMarked(file, provider))
            .ToList();
        var names = SettingsName.All(marked.Select(file => file.Path));
        return [.. marked.Select(file => Of(file, names[file.Path], provider, cancel)).OfType<SettingsInput>()];
    }

    /// <summary>Whether a program loads a file that a tool starts with another: the file is its <c>appsettings.json</c>, or that of an environment.</summary>
    /// <param name="file">The file.</param>
    /// <param name="started">The file of the tool, in the project's folder or in the folder Properties of it.</param>
    public static bool IsStartedWith(SettingsInput file, SettingsInput started)
    {
        var folder = FolderOf(started.FilePath);
        if (folder.EndsWith("/Properties", StringComparison.OrdinalIgnoreCase)) folder = FolderOf(folder);
        return string.Equals(file.Group, "/" + folder + "/appsettings", StringComparison.OrdinalIgnoreCase);
    }

    private static string FolderOf(string path)
    {
        var slashed = path.Replace('\\', '/');
        return slashed.Substring(0, Math.Max(0, slashed.LastIndexOf('/')));
    }

    private static SettingsInput? Of(AdditionalText file, SettingsName name, AnalyzerConfigOptionsProvider options, CancellationToken cancel)
    {
        if (file.GetText(cancel) is not { } text) return null;
        var mark = MarkOf(file, options)!;
        // A name never starts with a slash, so a group that the project names never equals one that is derived.
        var group = mark.Equals("true", StringComparison.OrdinalIgnoreCase) ? "/" + name.Base : mark;
        var environment = Metadata(file, options, "DecisionEnvironment") ?? name.Environment;
        return new(file.Path, group, environment, _read.GetValue(text, t => SettingsReader.Read(t.ToString())));
    }

    private static string? MarkOf(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        Metadata(file, options, "DecisionSettings") is { } mark && !mark.Equals("false", StringComparison.OrdinalIgnoreCase) ? mark : null;

    private static string? Metadata(AdditionalText file, AnalyzerConfigOptionsProvider options, string name) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles." + name, out var text) && text.Trim() is { Length: > 0 } value ? value : null;
}
