using System.Collections.Immutable;

namespace DecisionPolicies.Generator;

/// <summary>Compares files only by what concerns other records, so that most edits change nothing.</summary>
internal sealed class AsOthersSeeThem : IEqualityComparer<ImmutableArray<InputFile>>
{
    public static AsOthersSeeThem Comparer { get; } = new();

    public bool Equals(ImmutableArray<InputFile> files, ImmutableArray<InputFile> others)
    {
        if (files.Length != others.Length) return false;
        for (var i = 0; i < files.Length; i++)
        {
            var (file, other) = (files[i].Content, others[i].Content);
            if (!ReferenceEquals(file, other) && !file.ForOthers().Equals(other.ForOthers())) return false;
        }
        return true;
    }

    public int GetHashCode(ImmutableArray<InputFile> files) => files.Length;
}
