using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8, without a byte order mark of its own.</summary>
    /// <param name="path">The file: absolute.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, _utf8.GetBytes(text));

    /// <summary>Writes bytes. Whoever reads the file meanwhile sees the old ones or the new ones.</summary>
    /// <param name="path">The file: absolute. Where it is a link, the file that it leads to is written.</param>
    /// <param name="bytes">What the file is to hold.</param>
    public static void Write(string path, byte[] bytes)
    {
        var file = StoredFile.Target(path);
        if (File.Exists(file) && !StoredFile.HasBytes(file)) Fill(file, bytes);
        else Write(file, bytes, overwrite: true);
    }

    /// <summary>Writes a text as a new file. One that is there is never written over.</summary>
    /// <param name="path">The file: absolute.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It is there.</exception>
    public static void Create(string path, string text) => Write(path, _utf8.GetBytes(text), overwrite: false);

    // A device such as /dev/null must stay what it is, and in an empty file nothing can be lost.
    private static void Fill(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Write(bytes);
    }

    private static void Write(string file, byte[] bytes, bool overwrite)
    {
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
            File.Move(temporary, file, overwrite);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
