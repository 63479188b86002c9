using System.ComponentModel.DataAnnotations;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>Options with a hundred properties, a constraint on each.</summary>
[Governed("Large")]
public sealed class LargeOptions
{
    [Range(1, 65535)] public int Port0 { get; set; } = 8080;
    [Range(1, 100)] public int Workers0 { get; set; } = 8;
    [Range(0, 10)] public int Retries0 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout0 { get; set; } = 30;
    [Required] public string? Name0 { get; set; } = "orders";
    [Required] public string? Region0 { get; set; } = "europe";
    [Required] public string? Owner0 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format0 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol0 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration0 { get; set; }
    [Range(1, 65535)] public int Port1 { get; set; } = 8080;
    [Range(1, 100)] public int Workers1 { get; set; } = 8;
    [Range(0, 10)] public int Retries1 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout1 { get; set; } = 30;
    [Required] public string? Name1 { get; set; } = "orders";
    [Required] public string? Region1 { get; set; } = "europe";
    [Required] public string? Owner1 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format1 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol1 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration1 { get; set; }
    [Range(1, 65535)] public int Port2 { get; set; } = 8080;
    [Range(1, 100)] public int Workers2 { get; set; } = 8;
    [Range(0, 10)] public int Retries2 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout2 { get; set; } = 30;
    [Required] public string? Name2 { get; set; } = "orders";
    [Required] public string? Region2 { get; set; } = "europe";
    [Required] public string? Owner2 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format2 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol2 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration2 { get; set; }
    [Range(1, 65535)] public int Port3 { get; set; } = 8080;
    [Range(1, 100)] public int Workers3 { get; set; } = 8;
    [Range(0, 10)] public int Retries3 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout3 { get; set; } = 30;
    [Required] public string? Name3 { get; set; } = "orders";
    [Required] public string? Region3 { get; set; } = "europe";
    [Required] public string? Owner3 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format3 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol3 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration3 { get; set; }
    [Range(1, 65535)] public int Port4 { get; set; } = 8080;
    [Range(1, 100)] public int Workers4 { get; set; } = 8;
    [Range(0, 10)] public int Retries4 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout4 { get; set; } = 30;
    [Required] public string? Name4 { get; set; } = "orders";
    [Required] public string? Region4 { get; set; } = "europe";
    [Required] public string? Owner4 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format4 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol4 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration4 { get; set; }
    [Range(1, 65535)] public int Port5 { get; set; } = 8080;
    [Range(1, 100)] public int Workers5 { get; set; } = 8;
    [Range(0, 10)] public int Retries5 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout5 { get; set; } = 30;
    [Required] public string? Name5 { get; set; } = "orders";
    [Required] public string? Region5 { get; set; } = "europe";
    [Required] public string? Owner5 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format5 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol5 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration5 { get; set; }
    [Range(1, 65535)] public int Port6 { get; set; } = 8080;
    [Range(1, 100)] public int Workers6 { get; set; } = 8;
    [Range(0, 10)] public int Retries6 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout6 { get; set; } = 30;
    [Required] public string? Name6 { get; set; } = "orders";
    [Required] public string? Region6 { get; set; } = "europe";
    [Required] public string? Owner6 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format6 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol6 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration6 { get; set; }
    [Range(1, 65535)] public int Port7 { get; set; } = 8080;
    [Range(1, 100)] public int Workers7 { get; set; } = 8;
    [Range(0, 10)] public int Retries7 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout7 { get; set; } = 30;
    [Required] public string? Name7 { get; set; } = "orders";
    [Required] public string? Region7 { get; set; } = "europe";
    [Required] public string? Owner7 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format7 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol7 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration7 { get; set; }
    [Range(1, 65535)] public int Port8 { get; set; } = 8080;
    [Range(1, 100)] public int Workers8 { get; set; } = 8;
    [Range(0, 10)] public int Retries8 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout8 { get; set; } = 30;
    [Required] public string? Name8 { get; set; } = "orders";
    [Required] public string? Region8 { get; set; } = "europe";
    [Required] public string? Owner8 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format8 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol8 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration8 { get; set; }
    [Range(1, 65535)] public int Port9 { get; set; } = 8080;
    [Range(1, 100)] public int Workers9 { get; set; } = 8;
    [Range(0, 10)] public int Retries9 { get; set; } = 3;
    [Range(1, 3600)] public int Timeout9 { get; set; } = 30;
    [Required] public string? Name9 { get; set; } = "orders";
    [Required] public string? Region9 { get; set; } = "europe";
    [Required] public string? Owner9 { get; set; } = "shop";
    [AllowedValues("json", "logfmt")] public string? Format9 { get; set; } = "json";
    [AllowedValues("tls12", "tls13")] public string? Protocol9 { get; set; } = "tls13";
    [AllowedValues(false)] public bool Registration9 { get; set; }
}
