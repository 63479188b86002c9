using System.ComponentModel.DataAnnotations;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>Options with ten properties, a constraint on each.</summary>
[Governed("Small")]
public sealed class SmallOptions
{
    [Range(1, 65535)] public int Port { get; set; } = 8080;
    [Range(1, 100)] public int Workers { get; set; } = 8;
    [Range(0, 10)] public int Retries { get; set; } = 3;
    [Range(1, 3600)] public int Timeout { get; set; } = 30;
    [Required] public string? Name { get; set; } = "orders";
    [Required] public string? Region { get; set; } = "europe";
    [Required] public string? Owner { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration { get; set; }
}
