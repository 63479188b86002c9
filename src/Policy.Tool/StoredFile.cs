using System.Formats.Tar;

namespace DecisionPolicies.Tool;

/// <summary>Distinguishes files that hold bytes from pipes, sockets and devices.</summary>
internal static class StoredFile
{
    /// <summary>
    /// Whether a file holds bytes. An empty file does not; nor does a pipe, a socket or a device.
    /// </summary>
    /// <param name="path">The absolute path; a link is followed to its file.</param>
    /// <exception cref="IOException">The file does not exist, or the link is broken.</exception>
    public static bool HasBytes(string path) => new FileInfo(Target(path)).Length > 0;

    /// <summary>
    /// Whether the path is a file, empty or not, rather than a pipe, a socket or a device. Those are not opened: opening a pipe waits
    /// for a process at its other end.
    /// </summary>
    /// <param name="path">The absolute path; a link is followed to its file.</param>
    /// <exception cref="IOException">The file does not exist, or the link is broken.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a file that may not be read.</exception>
    public static bool IsRegular(string path) => HasBytes(path) || EntryType(Target(path)) == TarEntryType.RegularFile;

    /// <summary>Whether another file can replace this one: a pipe, a socket or a device would be lost.</summary>
    /// <param name="path">The absolute path of something that exists; a link is followed to its file.</param>
    public static bool IsReplaceable(string path)
    {
        try
        {
            // /dev/stdout may lead to a pipe, which does not have a path.
            return File.Exists(Target(path)) && IsRegular(path);
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The file itself, if the path is a link to it.</summary>
    /// <param name="path">The absolute path.</param>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    // Nothing else in .NET says what an empty entry is before it is opened. An archive does not have a type for a socket.
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
