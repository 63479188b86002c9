namespace DecisionPolicies.Tool;

/// <summary>Standard input, which a shell can close with <c>&lt;&amp;-</c>.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fdinfo";
    private const string Flags = "flags:";

    // O_CLOEXEC on Linux.
    private const int ClosedByExec = 0x80000;

    /// <summary>Opens standard input; null where it is closed.</summary>
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
    /// Whether a descriptor comes from whoever started the process. Where standard input is closed, the runtime gets its number for a
    /// pipe of its own, and reading that waits for ever. Its own are closed by exec, and what has come through exec is not.
    /// </summary>
    /// <param name="description">What Linux tells of the descriptor.</param>
    public static bool IsInherited(string description)
    {
        var flags = description.Split('\n').FirstOrDefault(line => line.StartsWith(Flags, StringComparison.Ordinal));
        return flags is null || (Convert.ToInt32(flags[Flags.Length..].Trim(), fromBase: 8) & ClosedByExec) == 0;
    }
}
