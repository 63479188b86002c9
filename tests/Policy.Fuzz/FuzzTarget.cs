namespace DecisionPolicies.Fuzz;

/// <summary>Something that reads a text of somebody else's.</summary>
/// <param name="Name">Its name, which is also that of the folder with its first texts.</param>
/// <param name="Pieces">Pieces of text that mean something to it.</param>
/// <param name="Run">
/// Reads a text, and throws if something does not hold. The first argument is the name of the file that the text was made from.
/// </param>
internal sealed record FuzzTarget(string Name, string[] Pieces, Action<string, string> Run)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
        [RecordTarget.Instance, ConfigurationTarget.Instance, KeyTarget.Instance, GlobTarget.Instance, MarkdownTarget.Instance, GitTarget.Instance];

    /// <summary>The texts to begin with, each with the name of its file.</summary>
    public IReadOnlyList<(string File, string Text)> Corpus { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", Name))
        .Order(StringComparer.Ordinal)
        .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>Says that something does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="otherwise">What is wrong if not.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void Expect(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }
}
