using System.Text;

namespace DecisionPolicies.Tool.Write;

/// <summary>Writes files as a whole or not at all: to a temporary file beside the file, which then takes its place.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a new file. One that is there is never written over.</summary>
    /// <param name="path">The file: absolute.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ToolException">It is there, or cannot be written.</exception>
    public static void Create(string path, string text) => Write(path, text, overwrite: false, mode: null);

    /// <summary>Gives a file another text, and leaves its mode as it is.</summary>
    /// <param name="path">The file: absolute.</param>
    /// <param name="before">The text that was read from it.</param>
    /// <param name="text">The text it is to have.</param>
    /// <exception cref="ToolException">It holds something else meanwhile, is no UTF-8, or cannot be written.</exception>
    public static void Replace(string path, string before, string text)
    {
        var there = File.ReadAllBytes(path);
        if (!there.AsSpan().SequenceEqual(_utf8.GetBytes(before))) throw new ToolException($"{path}: The file was changed meanwhile, or is not UTF-8. It was not written.");
        Write(path, text, overwrite: true, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path));
    }

    private static void Write(string path, string text, bool overwrite, UnixFileMode? mode)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(_utf8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }
            if (mode is { } bits && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, bits);
            File.Move(temporary, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or EncoderFallbackException)
        {
            throw new ToolException($"{path}: The file cannot be written: {exception.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
