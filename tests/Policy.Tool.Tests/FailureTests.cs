using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>Whatever fails, the command says so in a line, and exits with 2.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().WithRecord("0001-one", "status: accepted\nrevisit: 2027-01-01", "# One\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fault_in_the_command_is_a_line_without_values()
    {
        var (exit, error) = Fail(new FormatException("The input string 'hunter2' was not in a correct format."), null);
        Assert.Equal(
            (2, "decisions: The command failed (FormatException), which is a fault in the command. Report it, with the details that you get if you set "
                + "DECISIONS_DEBUG=1. They can hold values of your files.\n"),
            (exit, error));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void The_details_are_shown_to_those_who_ask_for_them(string variable, bool isShown)
    {
        var (exit, error) = Fail(new InvalidOperationException("odd\n::error::odd"), variable);
        Assert.Equal(2, exit);
        Assert.Equal(isShown, error.Contains("\nSystem.InvalidOperationException: odd\n\\::error::odd\n   at ", StringComparison.Ordinal));
        Assert.Equal(isShown, error.Split('\n').Length > 2);
    }

    public static TheoryData<Exception, string> Failures => new()
    {
        { new AggregateException(new AggregateException(new KeyNotFoundException("hunter2"))),
            "The command failed (KeyNotFoundException), which is a fault in " },
        { new OutOfMemoryException(), "There is not enough memory.\n" },
        { new IOException("No space left on device"), "No space left on device\n" },
        { new UnauthorizedAccessException("Access to the path is denied."), "Access to the path is denied.\n" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Each_failure_has_its_line(Exception exception, string line)
    {
        var (exit, error) = Fail(exception, null);
        Assert.Equal(2, exit);
        Assert.StartsWith($"decisions: {line}", error);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public void Standard_error_that_cannot_be_written_to_leaves_the_exit_code()
    {
        var context = Context(new FullWriter(), null) with { Time = new FailingTime(new InvalidOperationException()) };
        Assert.Equal(2, DecisionsCommand.Run(["due"], context));
    }

    [Fact]
    public void Standard_output_that_cannot_be_written_to_fails_the_command()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new StreamWriter(new FullStream());
        Assert.Equal(2, DecisionsCommand.Run(["list"], Context(error, null) with { Output = output }));
        Assert.Equal("decisions: The disk is full.\n", error.ToString());
    }

    [Theory]
    [InlineData("decisions list | head -1", "0\n", "ADR-0001  accepted              One\n")]
    [InlineData("decisions list > /dev/full", "2\n", "decisions: No space left on device")]
    [InlineData("decisions list >&-", "2\n", "decisions: ")]
    [InlineData("decisions list 2>&-", "0\n", "ADR-0001  accepted              One\n")]
    [InlineData("decisions nothing 2> /dev/full", "2\n", "")]
    [InlineData("mkdir below && cd below && rmdir ../below && decisions list", "2\n", "decisions: The current folder no longer exists")]
    public async Task A_process_ends_without_a_stack_trace(string script, string exit, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such a device.");
        var start = new ProcessStartInfo("bash", ["--norc", "-c", $"set -o pipefail\n{script}\necho \"exit $?\""])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith($"exit {exit}", output);
        var all = Regex.Replace(output, "exit \\d\n\\z", "") + await error;
        Assert.StartsWith(said, all);
        Assert.DoesNotMatch("(?m)^ +at |Unhandled", all);
    }

    private (int Exit, string Error) Fail(Exception exception, string? variable)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var exit = DecisionsCommand.Run(["due"], Context(error, variable) with { Time = new FailingTime(exception) });
        return (exit, error.ToString());
    }

    private ToolContext Context(TextWriter error, string? variable) => new()
    {
        Output = new StringWriter { NewLine = "\n" },
        Error = error,
        Folder = _folder.Path,
        Variable = name => name == "DECISIONS_DEBUG" ? variable : null,
    };

    private sealed class FailingTime(Exception exception) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw exception;
    }

    private sealed class FullWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("The disk is full.");
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The disk is full.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The disk is full.");
    }
}
