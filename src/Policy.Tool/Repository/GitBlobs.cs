using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Repository;

/// <summary>Reads contents that git stores.</summary>
internal static class GitBlobs
{
    /// <summary>The contents of blobs. One process for all.</summary>
    /// <param name="git">Runs git in their repository.</param>
    /// <param name="blobs">The ids.</param>
    /// <exception cref="GitException">A blob is missing, as in a partial clone.</exception>
    public static Dictionary<string, byte[]> Read(GitProcess git, IEnumerable<string> blobs)
    {
        var ids = blobs.Distinct(StringComparer.Ordinal).ToList();
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (ids.Count == 0) return contents;
        var answer = git.Run(string.Concat(ids.Select(id => id + "\n")), "cat-file", "--batch");
        if (!answer.Succeeded) throw new GitException($"git says: {answer.Error}");
        var (output, at) = (answer.Output, 0);
        foreach (var id in ids)
        {
            var end = Array.IndexOf(output, (byte)'\n', at);
            var header = Encoding.ASCII.GetString(output, at, end - at).Split(' ');
            if (header is not [_, "blob", var size]) throw new GitException("this clone does not hold every version of the files");
            var length = int.Parse(size, CultureInfo.InvariantCulture);
            contents[id] = output[(end + 1)..(end + 1 + length)];
            at = end + 1 + length + 1;
        }
        return contents;
    }
}
