namespace DecisionPolicies.Tool.Tests;

/// <summary>This repository, whose documents are tested and may be written by the tests.</summary>
internal static class RepositoryFolder
{
    /// <summary>Its folder.</summary>
    public static string Path { get; } = Metadata.Of("RepositoryRoot");

    /// <summary>Whether what the documents show is to be written anew: one environment variable, as for all snapshots.</summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";
}
