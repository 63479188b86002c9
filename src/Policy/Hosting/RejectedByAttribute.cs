using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DecisionPolicies;

/// <summary>
/// States on a property which of its values a decision forbids, for teams that write the rule beside the code instead of in the
/// record. It works with <c>ValidateDataAnnotations</c> and <c>[OptionsValidator]</c>, and cites the record as a rule does.
/// Only an accepted decision rejects. Waivers and environments apply only to rules in a record.
/// </summary>
/// <remarks>
/// A source generator does not see what another one writes: if <c>[OptionsValidator]</c> is in the project whose records
/// make <c>Decisions</c>, write the id as text: <c>[RejectedBy("ADR-0001", true)]</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class RejectedByAttribute : ValidationAttribute
{
    private readonly Condition _condition;

    /// <summary>Forbids setting the property at all. Null, empty text and a collection without values count as not set.</summary>
    /// <param name="decision">The id of the decision, as in <c>Decisions.Ids.NoDcr</c>.</param>
    public RejectedByAttribute(string decision)
    {
        // A separate constructor: the generator of [OptionsValidator] fails on an empty list of values.
        Decision = decision;
        _condition = Condition.Present(true);
    }

    /// <summary>Forbids these values of the property, in any spelling.</summary>
    /// <param name="decision">The id of the decision, as in <c>Decisions.Ids.NoDcr</c>.</param>
    /// <param name="values">The forbidden values: booleans, numbers, text or members of an enumeration; at least one.</param>
    /// <exception cref="ArgumentException">No value is given, or one has a type that cannot be compared.</exception>
    public RejectedByAttribute(string decision, params object[] values)
    {
        Decision = decision;
        if (values is null or []) throw new ArgumentException("Name at least one forbidden value.", nameof(values));
        _condition = Condition.In([.. values.Select(LiteralOf)]);
    }

    /// <summary>The id of the decision.</summary>
    public string Decision { get; }

    /// <summary>Why this follows from the decision; null to give no reason.</summary>
    public string? Because { get; set; }

    /// <inheritdoc/>
    public override bool RequiresValidationContext => true;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var decision = KnownDecisions.Find(validationContext.ObjectType.Assembly, Decision) ?? Unknown(Decision);
        var member = validationContext.MemberName ?? validationContext.DisplayName;
        var values = new MemberValues($"{validationContext.ObjectType.Name}.{member}", value);
        var findings = new List<Finding>();
        foreach (var key in values.Keys) new ConfigurationRule(key, Verb.Forbid, _condition) { Because = Because }.Judge(values, "", findings);
        var rejected = findings
            .Select(finding => new BrokenRule(finding, Verdict.Of(decision, finding, environment: null, day: null)))
            .Where(broken => broken.Verdict.Consequence == Consequence.Rejected)
            .ToList();
        return rejected.Count == 0 ? ValidationResult.Success : new(RejectionText.Of(new(decision, rejected)), [member]);
    }

    // The id was written on purpose: the value is rejected even if no record explains it.
    private static DecisionPolicy Unknown(string id) =>
        new() { Id = id, Title = "a decision without a record in this program", Link = "", Status = DecisionStatus.Accepted };

    private static Literal LiteralOf(object value) => value switch
    {
        bool boolean => boolean ? Literal.True : Literal.False,
        string or Enum or char => Literal.String(TextOf(value)!),
        IFormattable => Literal.Number(TextOf(value)!),
        _ => throw new ArgumentException(
            $"A value of type {value?.GetType().Name ?? "null"} cannot be compared. Write booleans, numbers, text or members of an enumeration.",
            nameof(value)),
    };

    private static string? TextOf(object? value) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        Uri uri => uri.OriginalString,
        Enum member => member.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    /// <summary>The value or values that a member holds.</summary>
    private sealed class MemberValues : ISettings
    {
        private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

        public MemberValues(string member, object? value)
        {
            if (value is IEnumerable several and not string)
            {
                foreach (var item in several) _texts.Add($"{member}[{_texts.Count}]", TextOf(item));
            }
            else if (value is not null) _texts.Add(member, TextOf(value));
        }

        public IEnumerable<string> Keys => _texts.Keys;

        public bool TryRead(string key, out string? value) => _texts.TryGetValue(key, out value);

        public IReadOnlyList<string> Children(string? key) => [];

        public string Below(string? key, string segment) => $"{key}:{segment}";

        public string? SourceOf(string key) => null;
    }
}
