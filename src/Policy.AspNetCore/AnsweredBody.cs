using Microsoft.AspNetCore.Http.Features;

namespace DecisionPolicies.AspNetCore;

/// <summary>The body of a response, which is sent if the one who answers may, and dropped otherwise. The first byte decides, so nothing is held.</summary>
/// <param name="sent">Where it is sent.</param>
/// <param name="mayAnswer">Whether the one who answers may, so far.</param>
internal sealed class AnsweredBody(IHttpResponseBodyFeature sent, Func<bool> mayAnswer) : Stream
{
    private bool? _isLetThrough;

    /// <summary>Whether the response is sent.</summary>
    public bool IsLetThrough => _isLetThrough ??= mayAnswer();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (IsLetThrough) sent.Stream.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsLetThrough ? sent.Stream.WriteAsync(buffer, cancellationToken) : default;

    public override void Flush()
    {
        if (_isLetThrough == true) sent.Stream.Flush();
    }

    // A flush before the first byte sends the headers, which is an answer as well.
    public override Task FlushAsync(CancellationToken cancellationToken) => IsLetThrough ? sent.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
