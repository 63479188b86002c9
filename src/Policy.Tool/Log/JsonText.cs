using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DecisionPolicies.Tool.Log;

/// <summary>Writes JSON as text, indented. Its values are exactly the record's, and a terminal that shows it stays in order.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text, without a line end.</summary>
    /// <param name="write">Writes the value.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options)) write(json);
        return WithoutBidirectionalControls(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>Writes a text, or null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        json.WriteTextValue(text);
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteTextValue(text);
        json.WriteEndArray();
    }

    // Half a character is nothing that JSON can hold.
    private static void WriteTextValue(this Utf8JsonWriter json, string? text)
    {
        if (text is null) json.WriteNullValue();
        else json.WriteStringValue(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    // They stand inside of strings only, where JSON may spell any character so.
    private static string WithoutBidirectionalControls(string json)
    {
        if (!json.Any(DisplayText.IsBidirectionalControl)) return json;
        var text = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            if (DisplayText.IsBidirectionalControl(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else text.Append(c);
        }
        return text.ToString();
    }
}
