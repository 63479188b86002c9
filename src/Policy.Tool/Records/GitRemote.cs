using System.ComponentModel;
using System.Diagnostics;

namespace DecisionPolicies.Tool.Records;

/// <summary>Asks git where a repository comes from.</summary>
internal static class GitRemote
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>The URL of the remote <c>origin</c>; null where there is none, no repository, or no git.</summary>
    /// <param name="folder">A folder of the repository: absolute.</param>
    /// <param name="context">The surroundings, whose <c>PATH</c> says where git is.</param>
    public static string? Url(string folder, ToolContext context)
    {
        if (Program(context) is not { } git) return null;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(git, ["-C", folder, "config", "--get", "remote.origin.url"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            });
            if (process is null) return null;
            process.StandardInput.Close();
            // Read while it runs: a process whose output nobody reads can wait for ever.
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(_patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            var url = output.GetAwaiter().GetResult().Trim();
            error.GetAwaiter().GetResult();
            return process.ExitCode == 0 && url.Length > 0 ? url : null;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            return null;
        }
    }

    // Looked up here, because Windows would first start a git.exe that lies in the current folder.
    private static string? Program(ToolContext context)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        return (context.Variable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
