namespace DecisionPolicies.Tool;

/// <summary>Tells files with something in them from pipes, sockets and devices.</summary>
internal static class StoredFile
{
    /// <summary>
    /// Whether a file holds bytes. An empty one does not, and no pipe, socket or device: nothing tells those apart before they are
    /// opened, and opening a pipe waits for whoever is at its other end.
    /// </summary>
    /// <param name="path">The absolute path; of a link, the file that it leads to is meant.</param>
    /// <exception cref="IOException">There is no such file, or the link leads nowhere.</exception>
    public static bool HasBytes(string path) => new FileInfo(Target(path)).Length > 0;

    /// <summary>The file itself, where the path may be a link to it.</summary>
    /// <param name="path">The absolute path.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
}
