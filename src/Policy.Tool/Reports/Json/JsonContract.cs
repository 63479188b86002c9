using System.Text.Json;
using System.Text.Json.Serialization;
using DecisionPolicies.Tool.Due;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>
/// What every command writes as JSON; docs/machine-output.md describes it, and docs/decisions-output.schema.json is its schema. A list is
/// always present; any other member is left out if the record or finding does not have it.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(InCamelCase<Consequence>),
        typeof(InCamelCase<DecisionStatus>),
        typeof(InCamelCase<DueKind>),
        typeof(InCamelCase<SettingState>),
        typeof(InCamelCase<Severity>),
    ])]
[JsonSerializable(typeof(JsonCheckResult))]
[JsonSerializable(typeof(JsonCheckSummary))]
[JsonSerializable(typeof(JsonLint))]
[JsonSerializable(typeof(JsonDue))]
[JsonSerializable(typeof(JsonList))]
[JsonSerializable(typeof(JsonShow))]
[JsonSerializable(typeof(JsonSearch))]
internal sealed partial class JsonContract : JsonSerializerContext;

/// <summary>Writes an enumeration as a word, as in <c>error</c>.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
internal sealed class InCamelCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
