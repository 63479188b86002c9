using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// The arguments that a program gets, from what starts it: <c>command</c> and <c>args</c> of a container, <c>entrypoint</c> and
/// <c>command</c> of a service, or a line of a unit or a Dockerfile.
/// </summary>
internal static class ProgramArguments
{
    private static readonly string[] _names = ["entrypoint", "command", "cmd", "startupCommand", "args", "arguments", "commandLineArgs"];
    private static readonly string[] _arguments = ["args", "arguments", "commandLineArgs"];
    private static readonly string[] _shells = ["sh", "bash", "ash", "dash"];

    /// <summary>Whether a key is one of those.</summary>
    /// <param name="key">The key.</param>
    public static bool IsIn(string key) => _names.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words after the program, each with its place.</summary>
    /// <param name="holder">What starts it.</param>
    public static IReadOnlyList<(string Word, Place Place)> Of(YamlMapping holder)
    {
        List<(string Word, Place Place)>? words = null;
        foreach (var name in _names)
        {
            if (holder.FindAny(name) is not { } node || node is YamlMapping) continue;
            // Only what comes first names the program: after an 'entrypoint', a 'command' holds its arguments.
            var isFirst = words is null && !_arguments.Contains(name);
            (words ??= []).AddRange(isFirst ? AfterProgram([.. WordsOf(node)]) : WordsOf(node));
        }
        return words is null ? [] : words;
    }

    private static IEnumerable<(string Word, Place Place)> WordsOf(YamlNode node) => node switch
    {
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => (item.Text, item.Place)),
        YamlScalar line => CommandLineWords.Of(line.Text).Select(word => (word, line.Place)),
        _ => [],
    };

    /// <summary>The words after the program. The first word is the program, unless the image has its own: then it is an argument already.</summary>
    /// <param name="words">All words, each with its place.</param>
    public static IReadOnlyList<(string Word, Place Place)> AfterProgram(List<(string Word, Place Place)> words)
    {
        var start = words.FindIndex(word => word.Word != "exec");
        if (start > 0) words = words[start..];
        if (words.Count == 0 || IsArgument(words[0].Word)) return words;
        var program = words[0].Word[(words[0].Word.LastIndexOf('/') + 1)..];
        if (_shells.Contains(program) && words.FindIndex(word => word.Word.EndsWith('c') && word.Word.StartsWith('-')) is > 0 and var option
            && option + 1 < words.Count)
        {
            var (line, place) = words[option + 1];
            return AfterProgram([.. CommandLineWords.Of(line).Select(word => (word, place))]);
        }
        if (program != "dotnet") return words[1..];
        var library = words.FindIndex(word => word.Word.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || word.Word == "--");
        return words[(library < 0 ? 1 : library + 1)..];
    }

    private static bool IsArgument(string word) => word.StartsWith('-') || word.AsSpan().ContainsAny('=', ':');
}
