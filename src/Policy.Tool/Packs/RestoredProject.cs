namespace DecisionPolicies.Tool.Packs;

/// <summary>A project that NuGet has restored, and so knows which packages it gets.</summary>
/// <param name="File">The absolute path of the project; of what NuGet wrote, if the project is not where it was.</param>
/// <param name="Folder">The absolute path of its folder; null if that is not known.</param>
/// <param name="Packs">The decision packs that govern it.</param>
internal sealed record RestoredProject(string File, string? Folder, IReadOnlyList<RestoredPack> Packs);

/// <summary>A decision pack that a project gets.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">The absolute path of the folder that it was restored to; null if the folder does not exist.</param>
internal sealed record RestoredPack(string Id, string Version, string? Folder);
