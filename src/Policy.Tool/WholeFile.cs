using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text as UTF-8, without a byte order mark.</summary>
    /// <param name="path">The file: absolute.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    /// <summary>Writes bytes. Whoever reads the file meanwhile sees the old ones or the new ones.</summary>
    /// <param name="path">The file: absolute. Where it is a link, the file that it leads to is written.</param>
    /// <param name="bytes">What the file is to hold.</param>
    public static void Write(string path, byte[] bytes)
    {
        var file = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        // In the same folder, because only there it can take the file's place in one step.
        var temporary = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(file)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(file));
            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
