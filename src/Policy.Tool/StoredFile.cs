using System.Formats.Tar;

namespace DecisionPolicies.Tool;

/// <summary>Tells files with something in them from pipes, sockets and devices.</summary>
internal static class StoredFile
{
    /// <summary>
    /// Whether a file holds bytes. An empty one does not, and no pipe, socket or device.
    /// </summary>
    /// <param name="path">The absolute path; of a link, the file that it leads to is meant.</param>
    /// <exception cref="IOException">There is no such file, or the link leads nowhere.</exception>
    public static bool HasBytes(string path) => new FileInfo(Target(path)).Length > 0;

    /// <summary>
    /// Whether it is a file, with bytes or empty, and no pipe, socket or device. None of those is opened: opening a pipe waits for
    /// whoever is at its other end.
    /// </summary>
    /// <param name="path">The absolute path; of a link, the file that it leads to is meant.</param>
    /// <exception cref="IOException">There is no such file, or the link leads nowhere.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a file, and must not be read.</exception>
    public static bool IsRegular(string path) => HasBytes(path) || EntryType(Target(path)) == TarEntryType.RegularFile;

    /// <summary>Whether another file can take the place of this one: a pipe, a socket or a device would be gone.</summary>
    /// <param name="path">The absolute path of something that is there; of a link, the file that it leads to is meant.</param>
    public static bool IsReplaceable(string path)
    {
        try
        {
            // Behind /dev/stdout may be a pipe, which has no path.
            return File.Exists(Target(path)) && IsRegular(path);
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The file itself, where the path may be a link to it.</summary>
    /// <param name="path">The absolute path.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    // Nothing else in .NET tells what an empty thing is before it is opened. An archive has no type for a socket.
    private static TarEntryType? EntryType(string file)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            try
            {
                writer.WriteEntry(file, "entry");
            }
            catch (IOException) when (Path.Exists(file))
            {
                return null;
            }
        }
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
