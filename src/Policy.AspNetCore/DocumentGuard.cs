using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DecisionPolicies.AspNetCore;

/// <summary>Holds a document back until it has been judged.</summary>
internal sealed class DocumentGuard(RequestDelegate next, Glob[] paths, DocumentJudge judge)
{
    private const int LongestDocument = 1024 * 1024;

    // Each of these headers asks for a part of the document, for none, or for one that would have to be decompressed.
    private static readonly string[] _shortening =
        [HeaderNames.AcceptEncoding, HeaderNames.Range, HeaderNames.IfRange, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince,
            HeaderNames.IfUnmodifiedSince];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!paths.Any(path => path.IsMatch(context.Request.Path.Value ?? "")))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        foreach (var header in _shortening) context.Request.Headers.Remove(header);
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new HeldBody(LongestDocument);
        var holding = new StreamResponseBodyFeature(held, sent);
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await next(context).ConfigureAwait(false);
            await holding.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(sent);
        }

        if (Refusal(context, held) is { } refusal) await RefuseAsync(context, refusal).ConfigureAwait(false);
        else if (held.Length > 0) await sent.Stream.WriteAsync(held.Written, context.RequestAborted).ConfigureAwait(false);
    }

    private DocumentRefusal? Refusal(HttpContext context, HeldBody held)
    {
        // Clients do not read metadata from a response that is not a success.
        if (context.Response.StatusCode is < 200 or >= 300) return null;
        if (held.IsTooLong) return judge.NotRead(context.Request, $"It is longer than {LongestDocument / 1024} KiB.");
        if (held.Length == 0) return null;
        if (context.Response.Headers.ContentEncoding
            .Any(encoding => encoding is { Length: > 0 } && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return judge.NotRead(context.Request, "It is compressed, although the request does not accept that.");
        }
        var charset = MediaTypeHeaderValue.TryParse(context.Response.ContentType, out var type) ? type.Encoding : null;
        if (charset is not null and not UTF8Encoding and not ASCIIEncoding || BeginsAsUtf16(held.Written.Span))
        {
            return judge.NotRead(context.Request, "It is not UTF-8.");
        }
        var text = held.Written[(held.Written.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0)..];
        // Anything but a JSON object means nothing to a client, such as a page for people.
        return BeginsAsObject(text.Span) ? judge.Refusal(context.Request, text) : null;
    }

    private static bool BeginsAsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, (byte)'{', ..] or [(byte)'{', 0, ..];

    // A comment may precede it, for a reader that allows one.
    private static bool BeginsAsObject(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'/', ..];

    private static Task RefuseAsync(HttpContext context, DocumentRefusal refusal)
    {
        var decision = refusal.Decision;
        var title = refusal.Fault is null
            ? $"{decision.Citation()} rejects this document: {decision.Title}"
            : $"{decision.Citation()} ({decision.Title}) cannot be checked for this document";
        return CitingProblem.ExecuteAsync(context, StatusCodes.Status500InternalServerError, decision, title, refusal.Fault ?? decision.Because);
    }

    /// <summary>Holds what is written, up to a maximum length.</summary>
    private sealed class HeldBody(int longest) : MemoryStream
    {
        public bool IsTooLong { get; private set; }

        public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

        // A class derived from MemoryStream writes everything except single bytes through this.
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > longest) IsTooLong = true;
            else base.Write(buffer, offset, count);
        }

        public override void WriteByte(byte value) => Write([value], 0, 1);
    }
}
