using System.Text;

namespace DecisionPolicies.Tool.Tests;

/// <summary>A folder of a test's own, in which it calls the command as from a shell.</summary>
public sealed class ToolFolder : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];
    private string? _input = "";
    private bool _isTerminal;
    private DateTimeOffset _now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The folder: absolute.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("decisions-").FullName;

    /// <summary>Writes a file, and the folders it is in.</summary>
    public ToolFolder With(string path, string text)
    {
        var file = Full(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    /// <summary>Writes a record into docs/adr: front matter and a heading.</summary>
    public ToolFolder WithRecord(string name, string frontMatter, string body = "") =>
        With($"docs/adr/{name}.md", $"---\n{frontMatter.Trim()}\n---\n{body}");

    /// <summary>What is read from standard input.</summary>
    public ToolFolder WithInput(string text)
    {
        _input = text;
        return this;
    }

    /// <summary>Standard input is closed.</summary>
    public ToolFolder WithoutInput()
    {
        _input = null;
        return this;
    }

    /// <summary>Sets an environment variable.</summary>
    public ToolFolder WithVariable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    /// <summary>Output goes to a terminal.</summary>
    public ToolFolder OnTerminal()
    {
        _isTerminal = true;
        return this;
    }

    /// <summary>It is noon of this day.</summary>
    public ToolFolder On(string day)
    {
        _now = new(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(12, 0), TimeSpan.Zero);
        return this;
    }

    /// <summary>The text of a file.</summary>
    public string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>The absolute path of a file.</summary>
    public string Full(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Calls the command with these arguments, in this folder.</summary>
    public ToolRun Run(params string[] arguments) => RunIn("", arguments);

    /// <summary>Calls the command in a folder below.</summary>
    public ToolRun RunIn(string below, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = DecisionsCommand.Run(arguments, new()
        {
            Output = output,
            Error = error,
            Input = () => _input is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(_input)),
            Folder = below.Length == 0 ? Path : Full(below),
            Time = new FixedTime(_now),
            Variable = name => _variables.GetValueOrDefault(name),
            OutputIsTerminal = _isTerminal,
            ErrorIsTerminal = _isTerminal,
        });
        return new(exit, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>What a call of the command did.</summary>
public sealed record ToolRun(int Exit, string Output, string Error);
