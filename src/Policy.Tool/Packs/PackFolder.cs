using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Packs;

/// <summary>Reads a decision pack from a folder, such as the one of a restored package.</summary>
internal static class PackFolder
{
    private static readonly EnumerationOptions _below = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true, IgnoreInaccessible = false,
    };

    /// <summary>The folder that has the manifest: this one, or the one in it that packages have; null if neither has it.</summary>
    /// <param name="folder">The absolute path of a folder.</param>
    public static string? Find(string folder) => new[] { folder, Path.Combine(folder, Path.TrimEndingDirectorySeparator(PackageFile.Records)) }
        .FirstOrDefault(each => File.Exists(Path.Combine(each, PackManifest.FileName)));

    /// <summary>The pack; null, with a fault, if it cannot be read.</summary>
    /// <param name="folder">The absolute path of the folder that has the manifest.</param>
    /// <param name="source">The absolute path of what has the pack.</param>
    /// <param name="named">The package that the folder is said to be; null if that is unknown.</param>
    /// <param name="faults">Where faults are added.</param>
    public static FoundPack? Read(string folder, string source, string? named, List<FaultInFile> faults)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*", _below).Where(PackedText.IsRead).Take(PackedText.Most + 1).ToList();
            if (files.Count > PackedText.Most) return Fail($"It has more than {PackedText.Most} files, which is the limit.");
            var texts = files.Select(file => new PackedText(Path.GetRelativePath(folder, file).Replace('\\', '/'), file, LogFile.TextOf(file))).ToList();
            return FoundPack.Of(texts, source, named, faults);
        }
        catch (Exception exception) when (exception is ToolException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message);
        }

        FoundPack? Fail(string why)
        {
            faults.Add(new(source, new(FaultKind.UnreadablePack, Place.Start, $"The decision pack in {folder} cannot be read: {why}")));
            return null;
        }
    }
}
