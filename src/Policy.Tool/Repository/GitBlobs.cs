using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Repository;

/// <summary>Reads contents that git stores.</summary>
internal static class GitBlobs
{
    private const string Missing = "this clone does not hold every version of the files, or one is damaged";

    /// <summary>The contents of blobs. One process for all.</summary>
    /// <param name="git">Runs git in their repository.</param>
    /// <param name="blobs">The ids.</param>
    /// <exception cref="GitException">A blob is missing, as in a partial clone, or damaged.</exception>
    public static Dictionary<string, byte[]> Read(GitProcess git, IEnumerable<string> blobs)
    {
        var ids = blobs.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return [];
        var answer = git.Run(string.Concat(ids.Select(id => id + "\n")), "cat-file", "--batch");
        if (!answer.Succeeded) throw new GitException($"{Missing}; git says: {answer.Error}");
        return ContentsIn(answer.Output, ids);
    }

    /// <summary>The contents in what git answers.</summary>
    /// <param name="output">The answer.</param>
    /// <param name="ids">The blobs that it was asked for, in this order.</param>
    /// <exception cref="GitException">A blob is missing, or the answer is cut off.</exception>
    public static Dictionary<string, byte[]> ContentsIn(byte[] output, IReadOnlyList<string> ids)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var at = 0;
        foreach (var id in ids)
        {
            var end = at > output.Length ? -1 : Array.IndexOf(output, (byte)'\n', at);
            var header = end < 0 ? [] : Encoding.ASCII.GetString(output, at, end - at).Split(' ');
            if (header is not [_, "blob", var size]) throw new GitException(Missing);
            var (start, length) = (end + 1, int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : int.MaxValue);
            if (length > output.Length - start) throw new GitException("git's answer is cut off");
            contents[id] = output[start..(start + length)];
            at = start + length + 1;
        }
        return contents;
    }
}
