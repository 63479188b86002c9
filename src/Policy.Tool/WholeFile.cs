using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>Writes a file completely or not at all.</summary>
internal static class WholeFile
{
    private const string Forbidden = "You do not have permission to write there.";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file that the user has named.</summary>
    /// <param name="path">The absolute path of the file. If it is a link, the file that it leads to is written.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="shown">The file, as messages show it.</param>
    /// <exception cref="ToolException">The file cannot be written. The message names it.</exception>
    public static void Write(string path, byte[] bytes, string shown)
    {
        try
        {
            Write(path, bytes);
        }
        catch (IOException exception)
        {
            throw NotWritten(shown, exception.Message);
        }
    }

    /// <summary>Writes a text as UTF-8, without a byte order mark of its own.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="text">The text.</param>
    /// <param name="shown">The file, as messages show it.</param>
    /// <exception cref="ToolException">The file cannot be written. The message names it.</exception>
    public static void Write(string path, string text, string shown) => Write(path, _utf8.GetBytes(text), shown);

    /// <summary>Writes a text as UTF-8, without a byte order mark of its own.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">The file cannot be written. The message says why, as a sentence.</exception>
    public static void Write(string path, string text) => Write(path, _utf8.GetBytes(text));

    /// <summary>Writes a text as a new file. An existing file is never overwritten.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">The file exists, or cannot be written. The message says which, as a sentence.</exception>
    public static void Create(string path, string text) => Write(path, _utf8.GetBytes(text), overwrite: false);

    /// <summary>Makes sure, before the work starts, that its result can be written, as far as the path shows.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="shown">The file, as messages show it.</param>
    /// <exception cref="ToolException">The file cannot be written. The message names it.</exception>
    public static void Expect(string path, string shown)
    {
        if (ObstacleAt(path) is { } obstacle) throw NotWritten(shown, obstacle);
    }

    // A program that reads the file meanwhile sees the old bytes or the new ones.
    private static void Write(string path, byte[] bytes)
    {
        if (File.Exists(path) && !StoredFile.IsReplaceable(path)) Fill(path, bytes);
        else Write(StoredFile.Target(path), bytes, overwrite: true);
    }

    // A device such as /dev/null, or a pipe, must not become a regular file.
    private static void Fill(string file, byte[] bytes)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
            stream.Write(bytes);
        }
        catch (UnauthorizedAccessException)
        {
            throw new IOException(Forbidden);
        }
    }

    private static void Write(string file, byte[] bytes, bool overwrite)
    {
        if (ObstacleAt(file) is { } obstacle) throw new IOException(obstacle);
        // In the same folder, because only there can it replace the file in one step.
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
        catch (Exception exception)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            // The user does not know the temporary file.
            if (exception is IOException) throw new IOException(exception.Message.Replace(temporary, file, StringComparison.Ordinal), exception);
            if (exception is UnauthorizedAccessException) throw new IOException(Forbidden);
            throw;
        }
    }

    private static string? ObstacleAt(string path)
    {
        if (Directory.Exists(path)) return "It is a folder. Name a file.";
        return Directory.Exists(Path.GetDirectoryName(path)) ? null : "The folder does not exist. Create it first, or name another file.";
    }

    private static ToolException NotWritten(string shown, string why) => new($"'{shown}' cannot be written: {why}");
}
