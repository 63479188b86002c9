using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Null and an empty object, which .NET 10 binds to the default of a value type, whatever the property's initial value.</summary>
internal static class Nulls
{
    private static readonly (string Property, Condition Condition, Func<Strict, bool> IsDefault)[] _properties =
    [
        ("RequireHttps", Condition.EqualTo(Literal.False), strict => !strict.RequireHttps),
        ("Limit", Condition.EqualTo(Literal.Number("0")), strict => strict.Limit == 0),
        ("Limit", Condition.AtMost(3), strict => strict.Limit == 0),
        ("Share", Condition.EqualTo(Literal.Number("0.0")), strict => strict.Share == 0),
        ("Timeout", Condition.EqualTo(Literal.String("00:00:00")), strict => strict.Timeout == TimeSpan.Zero),
        ("Timeout", Condition.EqualTo(Literal.String("0.00:00:00.000")), strict => strict.Timeout == TimeSpan.Zero),
        ("Tenant", Condition.EqualTo(Literal.String("00000000000000000000000000000000")), strict => strict.Tenant == Guid.Empty),
        ("Since", Condition.EqualTo(Literal.String("0001-01-01")), strict => strict.Since == default),
    ];

    public static IEnumerable<Way> Rows =>
    [
        .. _properties.SelectMany(property => new[] { "null", "{}" }.Select(json => new SinceNet10(
            Row($"{json} for {property.Property}, of which {property.Condition} is forbidden", property.Property, property.Condition, property.IsDefault,
                $$"""{ "Strict": { "{{property.Property}}": {{json}} } }"""),
            json == "{}" ? OnNet8.KeepsTheInitialValue
                : property.Property == "Since" ? OnNet8.BindsEmptyTextToTheFirstDate
                : OnNet8.FailsToBind))),
        new SinceNet10(
            Row("null in a precondition",
                new("Strict:Limit", Verb.Forbid, Condition.EqualTo(Literal.Number("8")))
                {
                    When = [new("Strict:RequireHttps", Condition.EqualTo(Literal.False))],
                },
                strict => strict is { Limit: 8, RequireHttps: false },
                """{ "Strict": { "Limit": 8, "RequireHttps": null } }"""),
            OnNet8.FailsToBind),
        new SinceNet10(
            new("Null over a value of an earlier source", Of("RequireHttps", Condition.EqualTo(Literal.False), strict => !strict.RequireHttps),
                scene => scene.With("Strict:RequireHttps", "true").With("Strict:RequireHttps", null)),
            OnNet8.KeepsTheInitialValue),
    ];

    private static AtStart Row(string how, string property, Condition condition, Func<Strict, bool> isDefault, string json) =>
        Row(how, new($"Strict:{property}", Verb.Forbid, condition), isDefault, json);

    private static AtStart Row(string how, ConfigurationRule rule, Func<Strict, bool> isBound, string json) =>
        new($"JSON with {how}", Forbidden.By(rule, isBound), scene => scene.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static Forbidden Of(string property, Condition condition, Func<Strict, bool> isDefault) =>
        Forbidden.By<Strict>(new($"Strict:{property}", Verb.Forbid, condition), isDefault);

    /// <summary>Options whose initial values no decision forbids.</summary>
    private sealed class Strict
    {
        public bool RequireHttps { get; set; } = true;

        public int Limit { get; set; } = 10;

        public double Share { get; set; } = 0.5;

        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

        public Guid Tenant { get; set; } = new("c0ffee00-0000-0000-0000-000000000001");

        public DateOnly Since { get; set; } = new(2026, 1, 1);
    }
}
