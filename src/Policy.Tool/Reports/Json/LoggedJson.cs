namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>
/// Passes JSON on, which may end up in the log of a runner: the bracket of a <see cref="RunnerCommand"/> such as <c>##vso[</c> is escaped,
/// and a JSON reader restores it. No line of JSON begins like a command.
/// </summary>
/// <param name="output">Where to write. It stays open.</param>
internal sealed class LoggedJson(Stream output) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => output.Flush();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // The writer passes on whole strings, so no command is in two parts.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var mark = buffer.IndexOf("##"u8); mark >= 0; mark = buffer.IndexOf("##"u8))
        {
            var end = mark;
            while (end < buffer.Length && buffer[end] == '#') end++;
            while (end < buffer.Length && RunnerCommand.IsOfName((char)buffer[end])) end++;
            output.Write(buffer[..end]);
            if (end < buffer.Length && buffer[end] == '[')
            {
                output.Write("\\u005B"u8);
                end++;
            }
            buffer = buffer[end..];
        }
        output.Write(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
