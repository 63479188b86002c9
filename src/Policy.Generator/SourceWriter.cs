using System.Runtime.CompilerServices;
using System.Text;

namespace DecisionPolicies.Generator;

/// <summary>Writes source text line by line, indented by its blocks. Line ends are always <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const int UsualLength = 16 * 1024;

    // Sources are written one after another, and a new builder for each would take more memory than its source.
    [ThreadStatic]
    private static StringBuilder? _spare;

    private readonly StringBuilder _text = Interlocked.Exchange(ref _spare, null) ?? new(UsualLength);
    private int _depth;

    /// <summary>Writes one line.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0) Begin().Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes one line. Its parts go into the source directly, without an intermediate string.</summary>
    public SourceWriter Line([InterpolatedStringHandlerArgument("")] Parts line)
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a line and an opening brace; what follows is indented.</summary>
    public SourceWriter Open(string line) => Line(line).Line("{").Indent();

    /// <summary>Writes a line and an opening brace; what follows is indented.</summary>
    public SourceWriter Open([InterpolatedStringHandlerArgument("")] Parts line) => Line(line).Line("{").Indent();

    /// <summary>Closes the innermost block.</summary>
    public SourceWriter Close(string suffix = "")
    {
        return Outdent().Line("}" + suffix);
    }

    /// <summary>Indents what follows.</summary>
    public SourceWriter Indent()
    {
        _depth++;
        return this;
    }

    /// <summary>Removes one level of indentation.</summary>
    public SourceWriter Outdent()
    {
        _depth--;
        return this;
    }

    /// <summary>Returns the source. Nothing more can be written after that.</summary>
    public string Finish()
    {
        var source = _text.ToString();
        if (_text.Capacity <= UsualLength) _spare = _text.Clear();
        return source;
    }

    private StringBuilder Begin() => _text.Append(' ', _depth * 4);

    /// <summary>Receives the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly struct Parts
    {
        private readonly StringBuilder _text;

        public Parts(int literalLength, int formattedCount, SourceWriter source) => _text = source.Begin();

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(string? text) => _text.Append(text);

        public void AppendFormatted<T>(T value) => _text.Append(value);
    }
}
