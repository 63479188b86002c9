using System.Text;
using System.Text.Json;

namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>Reads the list of an instruction: an array of texts in JSON.</summary>
internal static class DockerList
{
    /// <summary>The words of a list, each with its place.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="start">Where the list starts.</param>
    /// <returns>Null if it is not a list; then Docker takes it for the line of a shell.</returns>
    public static IReadOnlyList<(string Word, Place Place)>? Read(ContinuedLine instruction, int start)
    {
        if (start >= instruction.Text.Length || instruction.Text[start] != '[') return null;
        var list = instruction.Text[start..];
        var bytes = Encoding.UTF8.GetBytes(list);
        var words = new List<(string Word, Place Place)>();
        try
        {
            var reader = new Utf8JsonReader(bytes);
            var (at, counted) = (start, 0);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.StartArray && reader.CurrentDepth == 0) continue;
                if (reader.TokenType != JsonTokenType.String) return null;
                // Bytes are not characters.
                var first = (int)reader.TokenStartIndex;
                at += Encoding.UTF8.GetCharCount(bytes, counted, first - counted);
                counted = first;
                var length = Encoding.UTF8.GetCharCount(bytes, first, reader.ValueSpan.Length + 2);
                words.Add((reader.GetString()!, instruction.PlaceOf(at + 1, at + length - 1)));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
        return words;
    }
}
