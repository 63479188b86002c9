using System.IO.Compression;

namespace DecisionPolicies.Tool.MakePack;

/// <summary>Writes a package of NuGet. The same files give the same bytes, on any day and on any machine.</summary>
internal static class PackageWriter
{
    // The first moment that a zip archive can name.
    private static readonly DateTimeOffset _moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of a package.</summary>
    /// <param name="files">Its files, by their paths with forward slashes.</param>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                // Compressed bytes differ between versions of the runtime.
                var entry = archive.CreateEntry(NameOf(path), CompressionLevel.NoCompression);
                entry.LastWriteTime = _moment;
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    // As NuGet writes names, except for the one that a package must have.
    private static string NameOf(string path) =>
        path == PackageParts.ContentTypes ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
