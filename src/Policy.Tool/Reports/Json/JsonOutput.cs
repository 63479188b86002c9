using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>Writes JSON: indented, with <c>\n</c> at the end of each line, and every character exactly or escaped.</summary>
internal static class JsonOutput
{
    /// <summary>The version of the contract. It increases when a member is renamed, removed or changes its meaning, but not when one is added.</summary>
    public const int SchemaVersion = 2;

    private const int MostPending = 16_384;

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = ExactTextEncoder.Instance };

    /// <summary>Opens a file of JSON.</summary>
    /// <param name="output">Where it is written.</param>
    public static Utf8JsonWriter Open(Stream output) => new(new LoggedJson(output), _options);

    /// <summary>Flushes once much has been written: the writer holds everything until then.</summary>
    /// <param name="json">The writer.</param>
    public static void FlushSometimes(Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending) json.Flush();
    }

    /// <summary>Ends a file and its last line.</summary>
    /// <param name="json">Its writer.</param>
    /// <param name="output">Where it is written.</param>
    public static void End(Utf8JsonWriter json, Stream output)
    {
        json.Dispose();
        output.Write("\n"u8);
    }

    /// <summary>Writes a file with one value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="output">Where it is written.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">How to write the type.</param>
    public static void Write<T>(Stream output, T value, JsonTypeInfo<T> type)
    {
        var json = Open(output);
        JsonSerializer.Serialize(json, value, type);
        End(json, output);
    }
}
