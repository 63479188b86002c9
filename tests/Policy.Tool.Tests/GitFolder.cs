using System.Diagnostics;
using System.Globalization;

namespace DecisionPolicies.Tool.Tests;

/// <summary>A folder of a test's own that is a git repository, untouched by how the machine's git is set up.</summary>
public sealed class GitFolder : IDisposable
{
    private string _day = "2026-01-01";

    public GitFolder() => Git("init", "--quiet", "--initial-branch=main");

    /// <summary>The folder.</summary>
    public ToolFolder Folder { get; } = new();

    /// <summary>Commits everything there is, on a day.</summary>
    /// <returns>The commit as messages show it.</returns>
    public string Commit(string day)
    {
        _day = day;
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message=A change");
        return Git("rev-parse", "HEAD")[..7];
    }

    /// <summary>Runs git, and gives its output.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgSign=false" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        foreach (var who in new[] { "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE" })
        {
            start.Environment[who] = string.Create(CultureInfo.InvariantCulture, $"{_day}T12:00:00+00:00");
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return output;
    }

    public void Dispose() => Folder.Dispose();
}
