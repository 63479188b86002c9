namespace DecisionPolicies.Tool;

/// <summary>Standard input, which a shell can close with <c>&lt;&amp;-</c>.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fdinfo";
    private const string Flags = "flags:";

    // O_CLOEXEC on Linux.
    private const int ClosedByExec = 0x80000;

    /// <summary>Opens standard input; null if it is closed.</summary>
    public static Stream? Open()
    {
        try
        {
            return Directory.Exists(Descriptors) && !IsInherited(File.ReadAllText($"{Descriptors}/0")) ? null : Console.OpenStandardInput();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the process that started this one passed the descriptor on. If standard input is closed, the runtime gets its number for a
    /// pipe of its own, and reading that waits forever. Exec closes the runtime's own descriptors; an inherited one has survived exec.
    /// </summary>
    /// <param name="description">What Linux reports about the descriptor.</param>
    public static bool IsInherited(string description)
    {
        var flags = description.Split('\n').FirstOrDefault(line => line.StartsWith(Flags, StringComparison.Ordinal));
        return flags is null || (Convert.ToInt32(flags[Flags.Length..].Trim(), fromBase: 8) & ClosedByExec) == 0;
    }
}
