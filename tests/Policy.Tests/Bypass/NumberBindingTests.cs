using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Beyond the rows of the table: the engine reads every number that the binder reads, in every mixture of spellings.</summary>
public sealed class NumberBindingTests
{
    private const string Key = "Number";

    private static readonly string[] _before = ["", "\u00A0"];
    private static readonly string[] _after = ["", "\t", "\0"];
    private static readonly string[] _prefixes = ["", "+", "-", "0x", "0X", "&h", "#", "0x0x", "#0X", "0x+", "#+0x", "+0x", "0x-", "0x ", "&h&h"];
    private static readonly string[] _digits =
    [
        "0", "1", "60", "0060", "60.0", "60.", ".6e2", "6E+1", "60.00000000000000000001", "1e30",
        "1e400", "7F", "80", "FF", "100", "7FFF", "8000", "FFFF", "7FFFFFFF", "80000000",
        "FFFFFFFF", "7FFFFFFFFFFFFFFF", "8000000000000000", "FFFFFFFFFFFFFFFF", "10000000000000000",
        "80000000000000000000000000000000", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "Infinity", "",
    ];

    public static TheoryData<string> Types => [.. _readers.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_number_is_forbidden_in_every_spelling_that_the_binder_reads(string type)
    {
        var bound = 0;
        foreach (var text in Spellings())
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(Key, text)]).Build();
            if (_readers[type](configuration) is not { } number) continue;
            bound++;
            Assert.True(IsForbidden(text, number), $"As {type}, '{text}' is {number}.");
        }
        Assert.True(bound > 100, $"Only {bound} spellings were bound.");
    }

    private static readonly Dictionary<string, Func<IConfiguration, string?>> _readers = new()
    {
        [nameof(SByte)] = Read<sbyte>,
        [nameof(Byte)] = Read<byte>,
        [nameof(Int16)] = Read<short>,
        [nameof(UInt16)] = Read<ushort>,
        [nameof(Int32)] = Read<int>,
        [nameof(UInt32)] = Read<uint>,
        [nameof(Int64)] = Read<long>,
        [nameof(UInt64)] = Read<ulong>,
        [nameof(Int128)] = Read<Int128>,
        [nameof(UInt128)] = Read<UInt128>,
        [nameof(Double)] = Read<double>,
        [nameof(Decimal)] = Read<decimal>,
    };

    private static IEnumerable<string> Spellings() =>
        from before in _before
        from prefix in _prefixes
        from digits in _digits
        from after in _after
        select before + prefix + digits + after;

    private static string? Read<T>(IConfiguration configuration) where T : INumber<T>
    {
        try
        {
            return configuration.GetValue<T>(Key)!.ToString(null, CultureInfo.InvariantCulture);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsForbidden(string text, string number)
    {
        var findings = new List<Finding>();
        new ConfigurationRule(Key, Verb.Forbid, Condition.EqualTo(Literal.Number(number))).Judge(new OneSetting(text), "Production", findings);
        return findings.Count == 1;
    }

    private sealed class OneSetting(string text) : ISettings
    {
        public bool TryRead(string key, out string? value)
        {
            value = text;
            return true;
        }

        public IReadOnlyList<string> Children(string? key) => [];

        public string Below(string? key, string segment) => $"{key}:{segment}";

        public string? SourceOf(string key) => null;
    }
}
