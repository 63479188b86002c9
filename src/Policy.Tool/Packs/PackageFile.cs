using System.IO.Compression;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Packs;

/// <summary>
/// Reads a decision pack from a package of NuGet, which is a zip archive. It may come from anywhere: its size is bounded, no path in it is used
/// on this machine, and nothing is written.
/// </summary>
internal static class PackageFile
{
    /// <summary>The extension of packages.</summary>
    public const string Extension = ".nupkg";

    /// <summary>The folder of a package in which the records are.</summary>
    public const string Records = "decisions/";

    private const int Megabyte = 1024 * 1024;
    private const int Largest = 64 * Megabyte;
    private const int Block = 64 * 1024;

    /// <summary>The pack; null, with a fault, if it cannot be read.</summary>
    /// <param name="path">The absolute path of the package.</param>
    /// <param name="faults">Where faults are added.</param>
    public static FoundPack? Read(string path, List<FaultInFile> faults)
    {
        try
        {
            if (!StoredFile.IsRegular(path)) throw new InvalidDataException("It is not a regular file.");
            using var stream = File.OpenRead(path);
            if (stream.Length > Largest) throw new InvalidDataException($"It is larger than {Largest / Megabyte} MB, which is the limit.");
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > PackedText.Most) throw new InvalidDataException($"It has more than {PackedText.Most} entries, which is the limit.");
            var entries = archive.Entries.Select(entry => (Path: NameOf(entry), Entry: entry)).ToList();
            return FoundPack.Of([.. TextsIn(entries, path)], path, IdIn(entries), faults);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            faults.Add(new(path, new(FaultKind.UnreadablePack, Place.Start, $"The package cannot be read: {exception.Message}")));
            return null;
        }
    }

    private static IEnumerable<PackedText> TextsIn(IEnumerable<(string Path, ZipArchiveEntry Entry)> entries, string package)
    {
        var left = (long)Largest;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, entry) in entries)
        {
            if (path.Split('/').Contains("..") || Path.IsPathRooted(path)) throw new InvalidDataException($"The entry '{path}' leads out of the package.");
            if (!seen.Add(path)) throw new InvalidDataException($"It has the entry '{path}' twice.");
            if (!path.StartsWith(Records, StringComparison.OrdinalIgnoreCase) || !PackedText.IsRead(path)) continue;
            var bytes = BytesOf(entry, path);
            left -= bytes.Length;
            if (left < 0) throw new InvalidDataException($"Its records are larger than {Largest / Megabyte} MB together, which is the limit.");
            yield return new(path[Records.Length..], $"{package}/{path}", LogFile.Decoded(bytes));
        }
    }

    // What the archive says of a length may be wrong.
    private static byte[] BytesOf(ZipArchiveEntry entry, string path)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[Block];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > RecordReader.LargestFile)
            {
                throw new InvalidDataException($"The entry '{path}' is larger than {RecordReader.LargestFile / Megabyte} MB, which is the limit.");
            }
        }
        // The runtime does not compare them. A damaged record could decide less than the pack does.
        return Checksum.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) == entry.Crc32
            ? bytes.ToArray()
            : throw new InvalidDataException($"The entry '{path}' is damaged.");
    }

    // NuGet escapes the names of entries.
    private static string NameOf(ZipArchiveEntry entry) =>
        (entry.FullName.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(entry.FullName) : entry.FullName).Replace('\\', '/');

    private static string? IdIn(IEnumerable<(string Path, ZipArchiveEntry Entry)> entries) => entries
        .Where(entry => entry.Path.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && !entry.Path.Contains('/', StringComparison.Ordinal))
        .Select(entry => Path.GetFileNameWithoutExtension(entry.Path))
        .FirstOrDefault();
}
