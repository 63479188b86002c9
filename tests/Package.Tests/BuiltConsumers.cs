namespace Package.Tests;

/// <summary>
/// Projects of several test classes, restored and built once with one command: each start of a build takes longer than a small project.
/// Some of them fail, as they should. A class that edits a project afterwards edits its own.
/// </summary>
public sealed class BuiltConsumers
{
    private readonly Consumers _folder;
    private readonly string[] _lines;
    private readonly HashSet<string> _programs;

    private BuiltConsumers(Consumers folder, Outcome build)
    {
        _folder = folder;
        // What went wrong is repeated at the end.
        _lines = [.. build.Output.Split(Environment.NewLine).TakeWhile(line => line is not ("Build FAILED." or "Build succeeded."))];
        _programs = [.. Directory.EnumerateFiles(folder.Folder, "*.dll", SearchOption.AllDirectories)
            .Where(file => file.Contains("/bin/Debug/net", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];
    }

    internal static async Task<BuiltConsumers> Build(PackedPackage package)
    {
        FaultyRecords.Write(Folder("faulty"));
        RecordsFolders.Write(Folder("folders"));
        ProjectKinds.Write(Folder("kinds"));
        EditedRecords.Write(Folder("edited"));
        EditedSettings.Write(Folder("settings"));
        JudgedApplication.Write(Folder("web"));
        await JudgedEverywhere.Write(Folder("everywhere"));
        References.Write(Folder("references"), package);
        await DecisionPacks.Write(Folder("packs"), package);
        await OrganisationSample.Write(Folder("organisation"), package);
        var all = Folder("");
        all.WriteSolution();
        return new(all, await all.Dotnet("build"));

        Consumers Folder(string name) => new(package, Path.Combine("built", name));
    }

    /// <summary>The errors and warnings that the build has reported for a project.</summary>
    /// <param name="project">The name of the project.</param>
    public string[] FaultsOf(string project) => [.. _lines
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
        .Where(line => line.Contains($"/{project}.csproj]", StringComparison.Ordinal) || line.Contains($"/{project}.fsproj]", StringComparison.Ordinal))];

    /// <summary>Whether the build has written the program of a project.</summary>
    /// <param name="project">The name of the project.</param>
    public bool HasBuilt(string project) => _programs.Contains(project);

    /// <summary>Runs the program of a project, and waits for its end.</summary>
    /// <param name="project">The name of the project.</param>
    /// <param name="arguments">What the program gets.</param>
    public Task<Outcome> Run(string project, params IEnumerable<string> arguments) => _folder.Run(FileOf(project), arguments);

    private string FileOf(string project) => Directory.EnumerateFiles(_folder.Folder, $"{project}.csproj", SearchOption.AllDirectories).Single();
}
