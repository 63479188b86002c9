using System.Reflection;

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>A program with options of every kind, for each of which a rule forbids one value. Compiled once, and really run.</summary>
internal static class Store
{
    private static readonly string[] _rules =
    [
        "configuration: 'Store:Boolean', forbid: true",
        "configuration: 'Store:MaybeBoolean', forbid: false",
        "configuration: 'Store:Number', forbid: { at-least: 16 }",
        "configuration: 'Store:MaybeNumber', forbid: 0",
        "configuration: 'Store:Double', forbid: 1.5",
        "configuration: 'Store:Decimal', forbid: 1.50",
        "configuration: 'Store:Text', forbid: secret",
        "configuration: 'Store:Present', forbid: { present: true }",
        "configuration: 'Store:Mode', forbid: Fast",
        "configuration: 'Store:MaybeMode', forbid: [Fast]",
        "configuration: 'Store:Uri', forbid: { like: 'http://**' }",
        "configuration: 'Store:Wait', forbid: '00:05:00'",
        "configuration: 'Store:Id', forbid: '11111111-1111-1111-1111-111111111111'",
        "configuration: 'Store:Letter', forbid: x",
        "configuration: 'Store:Nested:Enabled', forbid: true",
        "configuration: 'Store:Structure:Enabled', forbid: true",
        "configuration: 'Store:MaybeStructure:Enabled', forbid: true",
        "configuration: 'Store:List:*', forbid: bad",
        "configuration: 'Store:Array:*', forbid: 7",
        "configuration: 'Store:Set:*', forbid: bad",
        "configuration: 'Store:ReadOnly:*', forbid: Fast",
        "configuration: 'Store:Objects:*:Enabled', forbid: true",
        "configuration: 'Store:Map:*', forbid: true",
        "configuration: 'Store:Map:exact', forbid: false",
        "configuration: 'Store:Lists:*:*', forbid: bad",
        "configuration: 'Store:ByMode:Fast:Enabled', forbid: true",
        "configuration: 'Store:other-name', forbid: bad",
        "configuration: 'Store:InitOnly', forbid: true",
        "configuration: 'Store:Inherited', forbid: bad",
        "configuration: 'Store:Virtual', forbid: true",
        "configuration: 'Store:Ways', forbid: Basic",
        "configuration: 'Store:MaybeWays', forbid: Both",
        "configuration: 'Store:Blob', forbid: c2VjcmV0",
        "configuration: 'Store:WayList:*', forbid: Basic",
        "configuration: 'Store:WayMap:*', forbid: Both",
        "configuration: 'Store:Fallback', forbid: true, when: { 'Store:WayOfFallback': Basic }",
    ];

    private static readonly Lazy<Assembly> _program = new(() => GovernedCode.With(Code, _rules).Build().Load());

    private const string HarmlessValues =
        "(o.MaybeBoolean, o.Number, o.MaybeNumber, o.Double, o.Decimal, o.Text, o.Present, o.MaybeMode) = "
            + """(true, 15, -1, double.NaN, decimal.MaxValue, "", "  ", (Mode)99)""";

    private const string HarmlessObjects =
        "(o.Uri, o.Wait, o.Id, o.Letter, o.Nested, o.MaybeStructure) = "
            + """(new("https://example.com"), TimeSpan.MinValue, Guid.NewGuid(), '\0', new(), new Structure())""";

    private const string HarmlessMaps =
        """(o.Map, o.Lists, o.ByMode) = (new() { [""] = false, ["b"] = null, ["a:b"] = false }, """
            + """new Dictionary<string, List<string>> { ["a"] = null!, ["b"] = [] }, new() { [Mode.Slow] = new() { Enabled = true } })""";

    private const string Code = $$"""
        #nullable enable
        namespace App
        {
            public enum Mode { Slow = 1, Fast = 5 }
            [Flags] public enum Ways { None = 0, Basic = 1, Bearer = 2, Both = 3, Mutual = 4, Strong = 6 }
            public class Nested { public bool Enabled { get; set; } public string? Note { get; set; } }
            public struct Structure { public bool Enabled { get; set; } }
            public class Base { public string? Inherited { get; set; } public virtual bool Virtual { get; set; } }

            [Governed("Store")]
            public class StoreOptions : Base
            {
                [ThreadStatic] public static Action<StoreOptions>? Default;

                public StoreOptions() => Default?.Invoke(this);

                public bool Boolean { get; set; }
                public bool? MaybeBoolean { get; set; }
                public int Number { get; set; }
                public long? MaybeNumber { get; set; }
                public double Double { get; set; }
                public decimal Decimal { get; set; }
                public string? Text { get; set; }
                public string? Present { get; set; }
                public Mode Mode { get; set; } = Mode.Slow;
                public Mode? MaybeMode { get; set; }
                public Uri? Uri { get; set; }
                public TimeSpan Wait { get; set; }
                public Guid Id { get; set; }
                public char Letter { get; set; }
                public Nested? Nested { get; set; }
                public Structure Structure { get; set; }
                public Structure? MaybeStructure { get; set; }
                public List<string?>? List { get; set; }
                public int[]? Array { get; set; }
                public HashSet<string> Set { get; } = [];
                public IReadOnlyList<Mode>? ReadOnly { get; set; }
                public List<Nested?> Objects { get; set; } = [];
                public Dictionary<string, bool?> Map { get; set; } = [];
                public IDictionary<string, List<string>>? Lists { get; set; }
                public Dictionary<Mode, Nested> ByMode { get; set; } = [];
                [ConfigurationKeyName("other-name")] public string? Renamed { get; set; }
                public bool InitOnly { get; init; }
                public override bool Virtual { get; set; }
                public Ways Ways { get; set; }
                public Ways? MaybeWays { get; set; }
                public byte[]? Blob { get; set; }
                public List<Ways> WayList { get; set; } = [];
                public Dictionary<string, Ways?> WayMap { get; set; } = [];
                public bool Fallback { get; set; }
                public Ways WayOfFallback { get; set; }
            }

            public class ByInterface(string? name, Action<StoreOptions> configure) : IConfigureNamedOptions<StoreOptions>
            {
                public void Configure(string? named, StoreOptions options) { if (named == name) configure(options); }
                public void Configure(StoreOptions options) => Configure("", options);
            }

            public static class Program
            {
                public static readonly Dictionary<string, Action<StoreOptions>> InCode = new()
                {
                    ["Boolean"] = o => o.Boolean = true,
                    ["MaybeBoolean"] = o => o.MaybeBoolean = false,
                    ["Number"] = o => o.Number = 16,
                    ["MaybeNumber"] = o => o.MaybeNumber = 0,
                    ["Double"] = o => o.Double = 1.5,
                    ["Decimal"] = o => o.Decimal = 1.500m,
                    ["Text"] = o => o.Text = " SECRET ",
                    ["Present"] = o => o.Present = "x",
                    ["Mode"] = o => o.Mode = Mode.Fast,
                    ["MaybeMode"] = o => o.MaybeMode = (Mode)5,
                    ["Uri"] = o => o.Uri = new("http://example.com/a"),
                    ["Wait"] = o => o.Wait = TimeSpan.FromMinutes(5),
                    ["Id"] = o => o.Id = new("{11111111-1111-1111-1111-111111111111}"),
                    ["Letter"] = o => o.Letter = 'X',
                    ["Nested"] = o => o.Nested = new() { Enabled = true },
                    ["Structure"] = o => o.Structure = new() { Enabled = true },
                    ["MaybeStructure"] = o => o.MaybeStructure = new Structure { Enabled = true },
                    ["List"] = o => o.List = [null, "good", "bad"],
                    ["Array"] = o => o.Array = [1, 7],
                    ["Set"] = o => o.Set.UnionWith(["good", "bad"]),
                    ["ReadOnly"] = o => o.ReadOnly = [Mode.Slow, Mode.Fast],
                    ["Objects"] = o => o.Objects = [null, new(), new() { Enabled = true }],
                    ["Map"] = o => o.Map = new() { ["a"] = false, ["b"] = null, ["c"] = true },
                    ["MapExact"] = o => o.Map = new() { ["EXACT"] = false },
                    ["Lists"] = o => o.Lists = new SortedDictionary<string, List<string>> { ["a"] = [], ["b"] = ["bad"] },
                    ["ByMode"] = o => o.ByMode = new() { [Mode.Slow] = new() { Enabled = true }, [Mode.Fast] = new() { Enabled = true } },
                    ["Renamed"] = o => o.Renamed = "bad",
                    ["InitOnly"] = o => typeof(StoreOptions).GetProperty("InitOnly")!.SetValue(o, true),
                    ["Inherited"] = o => o.Inherited = "bad",
                    ["Virtual"] = o => o.Virtual = true,
                    ["Ways"] = o => o.Ways = Ways.Both,
                    ["MaybeWays"] = o => o.MaybeWays = (Ways)7,
                    ["Blob"] = o => o.Blob = "secret"u8.ToArray(),
                    ["WayList"] = o => o.WayList = [Ways.Mutual, (Ways)9],
                    ["WayMap"] = o => o.WayMap = new() { ["a"] = null, ["b"] = Ways.Strong, ["c"] = (Ways)7 },
                    ["Fallback"] = o => (o.Fallback, o.WayOfFallback) = (true, Ways.Both),
                    ["Nothing"] = o => { },
                    ["Nulls"] = o => { o.List = null; o.Array = null; o.Objects = null!; o.Map = null!; o.Lists = null; o.ByMode = null!; },
                    ["Harmless"] = o =>
                    {
                        {{HarmlessValues}};
                        {{HarmlessObjects}};
                        (o.Ways, o.MaybeWays, o.Blob) = (Ways.Strong, Ways.Strong | Ways.Basic & Ways.Bearer, []);
                        (o.List, o.Array, o.ReadOnly, o.Objects) = ([null, "", "good"], [1, 2], [Mode.Slow, (Mode)(-1)], [null, new() { Note = "x" }]);
                        {{HarmlessMaps}};
                    },
                };

                // Values of every kind that no rule forbids.
                public static readonly Dictionary<string, Action<StoreOptions>> Allowed = new()
                {
                    ["nothing"] = o => { },
                    ["nulls"] = InCode["Nulls"],
                    ["booleans"] = o => (o.Boolean, o.MaybeBoolean) = (false, true),
                    ["numbers"] = o => (o.Number, o.MaybeNumber, o.Double, o.Decimal) = (-15, long.MaxValue, Math.PI, 1.25m),
                    ["text"] = o => o.Text = "harmless",
                    ["enumerations"] = o => (o.Mode, o.MaybeMode) = (Mode.Slow, Mode.Slow),
                    ["a value that has no name"] = o => (o.Mode, o.MaybeMode) = ((Mode)99, (Mode)(-1)),
                    ["flags"] = o => (o.Ways, o.MaybeWays) = (Ways.Strong, (Ways)6),
                    ["bytes"] = o => o.Blob = [1, 2, 3],
                    ["a URL"] = o => o.Uri = new("https://example.com"),
                    ["a time span"] = o => o.Wait = TimeSpan.FromSeconds(5),
                    ["a GUID"] = o => o.Id = new("22222222-2222-2222-2222-222222222222"),
                    ["a character"] = o => o.Letter = 'y',
                    ["an object"] = o => o.Nested = new(),
                    ["structures"] = o => (o.Structure, o.MaybeStructure) = (new(), new Structure()),
                    ["a list"] = o => o.List = [.. Enumerable.Range(0, 500).Select(i => "good" + i)],
                    ["an array"] = o => o.Array = [.. Enumerable.Range(100, 500)],
                    ["a set"] = o => o.Set.UnionWith(["good", "better"]),
                    ["a read-only list"] = o => o.ReadOnly = [Mode.Slow, Mode.Slow],
                    ["a list of objects"] = o => o.Objects = [null, new(), new()],
                    ["a dictionary"] = o => o.Map = new() { ["a"] = false, ["b"] = null },
                    ["a dictionary of lists"] = o => o.Lists = new Dictionary<string, List<string>> { ["a"] = ["good"], ["b"] = [] },
                };

                // The failures of the options.
                public static string[] Judge(string way, string kind, string[] arguments)
                {
                    var services = new ServiceCollection();
                    services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddCommandLine(arguments).Build());
                    var builder = services.AddOptions<StoreOptions>().BindConfiguration("Store").ValidateDecisions();
                    if (way == "Configure") builder.Configure(InCode[kind]);
                    if (way == "PostConfigure") builder.PostConfigure(InCode[kind]);
                    if (way == "ConfigureAll") services.ConfigureAll(InCode[kind]);
                    if (way == "IConfigureNamedOptions") services.AddSingleton<IConfigureOptions<StoreOptions>>(new ByInterface("", InCode[kind]));
                    StoreOptions.Default = way == "Default" ? InCode[kind] : null;
                    try
                    {
                        using var provider = services.BuildServiceProvider();
                        _ = provider.GetRequiredService<IOptions<StoreOptions>>().Value;
                        return [];
                    }
                    catch (OptionsValidationException refused)
                    {
                        return [.. refused.Failures];
                    }
                    finally
                    {
                        StoreOptions.Default = null;
                    }
                }

                // The bytes that a validation of valid options allocates, by one kind of value.
                public static long Allocated(string kind)
                {
                    var services = new ServiceCollection();
                    services.AddOptions<StoreOptions>().ValidateDecisions();
                    using var provider = services.BuildServiceProvider();
                    var validator = provider.GetRequiredService<IValidateOptions<StoreOptions>>();
                    var options = new StoreOptions();
                    Allowed[kind](options);
                    for (var i = 0; i < 2; i++)
                    {
                        if (validator.Validate("", options).Failed) throw new InvalidOperationException();
                    }
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    validator.Validate("", options);
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
        }
        """;

    /// <summary>What options that are configured by code are rejected with.</summary>
    public static string[] Judge(string way, string kind, params string[] arguments) => Call<string[]>("Judge", way, kind, arguments);

    /// <summary>What options that are bound from a configuration are rejected with.</summary>
    public static string[] Bind(params string[] arguments) => Judge("", "Nothing", arguments);

    /// <summary>The bytes that validating valid options allocates.</summary>
    public static long Allocated(string kind) => Call<long>("Allocated", kind);

    private static T Call<T>(string method, params object[] arguments) =>
        (T)_program.Value.GetType("App.Program", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;
}
