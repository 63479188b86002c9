using System.Text.Json;
using System.Xml;

namespace DecisionPolicies;

/// <summary>Says why a configuration file could not be loaded, without the exception's message, which may quote the file.</summary>
internal static class LoadFailure
{
    /// <summary>Describes a file that must exist and does not.</summary>
    public const string Missing = "is required but missing";

    /// <summary>As in <c>cannot be loaded (JsonReaderException at line 3, column 5)</c>.</summary>
    /// <param name="error">The exception that the provider threw.</param>
    public static string InWords(Exception error)
    {
        if (error is FileNotFoundException) return Missing;
        while (error.InnerException is not null && PlaceOf(error) is null) error = error.InnerException;
        return $"cannot be loaded ({error.GetType().Name}{PlaceOf(error)})";
    }

    private static string? PlaceOf(Exception error) => error switch
    {
        // Counted from 0, and the column in bytes.
        JsonException { LineNumber: { } line, BytePositionInLine: { } column } => $" at line {line + 1}, column {column + 1}",
        XmlException { LineNumber: > 0 } xml => $" at line {xml.LineNumber}, column {xml.LinePosition}",
        _ => null,
    };
}
