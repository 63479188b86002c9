namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Whatever an options class looks like, what is generated for it compiles without a warning.</summary>
public sealed class HostileOptionsTests
{
    private const string Everything = "configuration: 'S:**', forbid: { present: true }";

    // Every name of a property, and every rule that can reach it.
    private static readonly string[] _rules =
    [
        Everything,
        "configuration: S, forbid: { present: true }",
        "configuration: 'S:*', forbid: x",
        "configuration: 'S:*:*', forbid: 1",
        "configuration: 'S:P', require: { present: true }",
        "configuration: 'S:P:*', forbid: true",
        "configuration: 'S:P:**:Q', forbid: a",
        "configuration: '**:P', forbid: { like: '*a' }",
    ];

    public static TheoryData<string> Members => [
        "public bool P { get; set; }",
        "public bool @class { get; set; } public string @event { get; set; } = \"\"; public int @await { get; set; } "
            + "public int record { get; set; } public int field { get; set; } public int value { get; set; }",
        "public bool node { get; set; } public bool options { get; set; } public List<Deep> node1 { get; set; } = []; "
            + "public class Deep { public int value1 { get; set; } public int node2 { get; set; } }",
        "public bool Größe { get; set; } public string 名前 { get; set; } = \"\"; public int P\\u0061ss { get; set; }",
        "[ConfigurationKeyName(\"a b\\\"c\\\\\\n{0}\")] public bool P { get; set; }",
        "[ConfigurationKeyName(\"\")] public bool P { get; set; } [ConfigurationKeyName(\"*\")] public bool Q { get; set; } "
            + "[ConfigurationKeyName(\"**\")] public bool R { get; set; } [ConfigurationKeyName(\"x:y\")] public bool T { get; set; }",
        "[ConfigurationKeyName(\"P\")] public bool Q { get; set; } public bool P { get; set; } public bool p { get; set; }",
        "[Obsolete] public bool P { get; set; } [Obsolete(\"x\")] public bool Q { get; set; } [Obsolete(\"x\", true)] public bool R { get; set; }",
        "[Obsolete(\"x\", error: true, DiagnosticId = \"X1\")] public bool P { get; set; }",
        "[Experimental(\"X1\")] public bool P { get; set; } public bool Q { [RequiresUnreferencedCode(\"x\")] get; set; }",
        "public bool this[int index] { get => true; set { } } public static bool P { get; set; } "
            + "public bool Q { set { } } public bool R { private get; set; } internal bool T { get; set; }",
        "public Span<byte> P => default; public ReadOnlySpan<char> Q => default; public unsafe int* R { get; set; } "
            + "public unsafe delegate*<int, void> T { get; set; } public unsafe int*[] U { get; set; } = null!;",
        "public required bool P { get; init; } public required List<string> Q { get; init; }",
        "public Pair P { get; set; } public Pair? Q { get; set; } public List<Pair> R { get; set; } = []; "
            + "public List<Pair?> T { get; set; } = []; public record struct Pair(int A, string B); ",
        "public (int A, string B) P { get; set; } public (int, int)? Q { get; set; } "
            + "public List<(int A, int B)> R { get; set; } = []; public KeyValuePair<string, int> T { get; set; }",
        "public ImmutableArray<string> P { get; set; } public ImmutableArray<string>? Q { get; set; } public ImmutableArray<Uri?> R { get; set; } "
            + "public ImmutableArray<int?> T { get; set; } public List<ImmutableArray<int>> U { get; set; } = [];",
        "public ArraySegment<string> P { get; set; } public ArraySegment<string>? Q { get; set; }",
        "public FrozenDictionary<string, bool>? P { get; set; } public FrozenSet<string> Q { get; set; } = []; "
            + "public ImmutableDictionary<string, int>? R { get; set; } public ImmutableList<int>? T { get; set; }",
        "public ReadOnlyCollection<string>? P { get; set; } public IReadOnlySet<string>? Q { get; set; } public IDictionary<string, bool>? R { get; set; } "
            + "public IReadOnlyDictionary<string, string>? T { get; set; } public ISet<int>? U { get; set; }",
        "public IEnumerable<string>? P { get; set; } public ICollection<string>? Q { get; set; } public IReadOnlyCollection<int>? R { get; set; } "
            + "public IReadOnlyList<bool>? T { get; set; } public ConcurrentDictionary<string, bool>? U { get; set; } public Queue<string>? V { get; set; }",
        "public int[,] P { get; set; } = new int[0, 0]; public int[][] Q { get; set; } = []; public string?[]? R { get; set; } "
            + "public byte[] T { get; set; } = []; public List<byte[]> U { get; set; } = []; public List<int[,]> V { get; set; } = [];",
        "public object? P { get; set; } public dynamic? Q { get; set; } public Action? R { get; set; } "
            + "public Type? T { get; set; } public Func<int>[]? U { get; set; } public IEnumerable? V { get; set; } "
            + "public IDictionary? W { get; set; } public List<object> X { get; set; } = []; public nint Y { get; set; }",
        "public DateTime P { get; set; } public DateTime? Q { get; set; } public List<DateTime> R { get; set; } = []; "
            + "public Dictionary<string, DateTimeOffset?> T { get; set; } = []; public List<DateOnly?> U { get; set; } = []; "
            + "public Version? V { get; set; } public List<List<Version>> W { get; set; } = [];",
        "public Options? P { get; set; } public List<Options> Q { get; set; } = []; "
            + "public Dictionary<string, Options?> R { get; set; } = []; public Options[][]? T { get; set; } public bool U { get; set; }",
        "public One? P { get; set; } public class One { public Two? P { get; set; } public bool Q { get; set; } } "
            + "public class Two { public One? P { get; set; } public List<One> R { get; set; } = []; }",
        "public Mode P { get; set; } public Mode? Q { get; set; } public List<Mode> R { get; set; } = []; "
            + "public List<Mode?> T { get; set; } = []; public enum Mode : byte { None = 0, Nil = 0, @class = 1, @new = 2, Last = 255 }",
        "public Mode P { get; set; } [Flags] public enum Mode : long { None = 0, A = 1, B = 2, Both = 3, Low = -1, Least = long.MinValue }",
        "public Mode P { get; set; } public enum Mode { }",
        "public Mode P { get; set; } "
            + "public enum Mode { [Obsolete(\"x\", true)] Gone, [Obsolete] Old, [Experimental(\"X1\")] New, [Obsolete(\"x\", true)] Again = 1 }",
        "public Holder<int>.Mode P { get; set; } public Holder<string>.Mode? Q { get; set; } public Holder<int>.Inner? R { get; set; } "
            + "public class Holder<T> { public enum Mode { A, B } public class Inner { public T? Value { get; set; } public Mode P { get; set; } } }",
        "public Many P { get; set; } = new(); "
            + "public class Many : IEnumerable<string>, IEnumerable<int> { IEnumerator<string> IEnumerable<string>.GetEnumerator() => null!; "
            + "IEnumerator<int> IEnumerable<int>.GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }",
        "public Bag P { get; set; } = new(); public class Bag : Dictionary<string, bool> { public bool Q { get; set; } } "
            + "public Bags Q { get; set; } = new(); public class Bags : List<Bag> { }",
        "public Items P { get; set; } public Items? Q { get; set; } public struct Items : IEnumerable<string> { "
            + "public IEnumerator<string> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }",
        "public Entries P { get; set; } public Entries? Q { get; set; } public struct Entries : IEnumerable<KeyValuePair<string, bool>> { "
            + "public IEnumerator<KeyValuePair<string, bool>> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }",
        "public List<KeyValuePair<string, bool>> P { get; set; } = []; public ILookup<string, int>? Q { get; set; } public Dictionary<int, "
            + "bool> R { get; set; } = []; public Dictionary<Guid, bool> T { get; set; } = []; public Dictionary<DayOfWeek, bool> U { get; set; } = [];",
        "private bool _p; public ref bool P => ref _p; public ref readonly bool Q => ref _p; public volatile int V;",
        "public sbyte P { get; set; } public ushort Q { get; set; } public ulong? R { get; set; } public decimal T { get; set; } public Half U { get; set; } "
            + "public Int128 V { get; set; } public UInt128? W { get; set; } public float X { get; set; } public char Y { get; set; } "
            + "public char? Z { get; set; } public Guid A { get; set; } public Guid? B { get; set; } public TimeSpan? C { get; set; }",
        "public IShape? P { get; set; } public Shape? Q { get; set; } public interface IShape { bool Q { get; } } "
            + "public abstract class Shape { public abstract bool Q { get; set; } }",
        "public Empty P { get; set; } = new(); public List<Empty> Q { get; set; } = []; public class Empty { }",
        "public List<string?>? P { get; set; } public Dictionary<string, string?>? Q { get; set; } "
            + "public List<List<string?>?>? R { get; set; } public Dictionary<string, Dictionary<string, List<int?>?>?>? T { get; set; }",
        "public @record P { get; set; } = new(); public @class? Q { get; set; } public class @record { public bool Q { get; set; } } "
            + "public struct @class { public bool Q { get; set; } public @enum R { get; set; } } public enum @enum { @int }",
        "[Obsolete(\"x\", true)] public enum Gone { A } [Obsolete] public enum Old { A } [Experimental(\"X1\")] public enum New { A } \n#pragma warning "
            + "disable X1, CS0612\npublic Old P { get; set; } public New Q { get; set; } public List<New?> R { get; set; } = [];\n#pragma warning restore\n",
        "public readonly struct Level { public Level? Above => null; public int Q { get; } } public Level P { get; set; } public Level? Q { get; set; }",
        "public Grow<int>? P { get; set; } public class Grow<T> { public Grow<List<T>>? P { get; set; } public T? Q { get; set; } }",
        "public bool P { get; [Obsolete(\"x\", true)] set; } public bool Q { [Obsolete(\"x\", true)] get; set; }",
        "public List<Holder?> P { get; set; } = []; public Dictionary<string, Holder> Q { get; set; } = []; "
            + "public class Holder { public object? P { get; set; } public Holder? Q { get; set; } public List<Holder>? R { get; set; } }",
        "public bool P { get; protected set; } public bool Q { get; private set; } public bool R { get; } public bool T => true; public bool U { get; init; }",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Options_with(string members) => CompilesQuietly(GovernedCode.Options(members, _rules));

    public static TheoryData<string> Codes => [
        "[Governed(\"S\")] public class Options { public bool P { get; set; } }",
        "[Governed(\"\")] public class Options { public bool P { get; set; } "
            + "public Inner S { get; set; } = new(); public class Inner { public bool P { get; set; } } }",
        "namespace App { public class Outer { public class Middle { [Governed(\"S\")] internal class @class { public bool P { get; set; } } } } }",
        "namespace @event.@class { [Governed(\"S\")] public class @struct { public bool P { get; set; } "
            + "public Mode Q { get; set; } public enum Mode { @if } } }",
        "namespace Größe { [Governed(\"S\")] public class 設定 { public bool P { get; set; } } }",
        "namespace App { public class Base<T> { public T? P { get; set; } "
            + "public List<T> Q { get; set; } = []; } [Governed(\"S\")] public class Options : Base<Uri> { } }",
        "namespace App { public class Base { public virtual bool P { get; set; } public string Q { get; set; } = \"\"; "
            + "public int R { get; set; } } [Governed(\"S\")] public class Options : Base { public override bool P { get; set; } "
            + "public new int Q { get; set; } public new bool R() => true; } }",
        "namespace App { [Governed(\"S\")] public partial class Options { public bool P { get; set; } } "
            + "public partial class Options { public int Q { get; set; } } }",
        "namespace App { [Governed(\"S\")] public record Options(bool P, string Q = \"\", List<string>? R = null); }",
        "namespace App { [Governed(\"S\")] public class Options(bool p) { public bool P { get; set; } = p; } }",
        "namespace App { [Governed(\"S\")] public abstract class Options { public abstract bool P { get; } } }",
        "namespace App { public interface IOptions { bool P { get; set; } } "
            + "[Governed(\"S\")] public class Options : IOptions { bool IOptions.P { get; set; } public bool Q { get; set; } } }",
        "namespace A { [Governed(\"S\")] public class Options { public bool P { get; set; } } } "
            + "namespace B { [Governed(\"S\")] public class Options { public bool P { get; set; } } }",
        "namespace App { [Governed(\"S\")] public class Options { public bool P { get; set; } } "
            + "[Governed(\"S\")] public class OPTIONS { public bool P { get; set; } } [Governed(\"S\")] public class options { public bool P { get; set; } } }",
        "namespace App { [Governed(\"S\")] public class Options { public bool P { get; set; } "
            + "public Inner Q { get; set; } = new(); } [Governed(\"S:Q\")] public class Inner { public bool P { get; set; } } }",
        "namespace App { public class Outer { [Governed(\"S\")] public class Inner { public bool P { get; set; } } } "
            + "[Governed(\"S\")] public class Outer_Inner { public bool P { get; set; } } }",
        "namespace App { [Obsolete] [Governed(\"S\")] public class Options { public bool P { get; set; } } }",
        "namespace App { [Experimental(\"X1\")] [Governed(\"S\")] public class Options { public bool P { get; set; } } }",
        "namespace App { public class System { } public class Microsoft { } public class DecisionPolicies { } "
            + "[Governed(\"S\")] public class Options { public bool P { get; set; } } }",
        "namespace App { [Governed(\"S\")] public class Empty; }",
        "namespace App { [Governed(\" S \")] public class Options { public bool P { get; set; } } }",
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_with(string code) => CompilesQuietly(GovernedCode.With(code, _rules));

    [Fact]
    public void Classes_that_contain_one_another_in_more_ways_than_can_be_followed_are_followed_where_a_key_says_how()
    {
        var all = Enumerable.Range(0, 12).ToList();
        var classes = string.Concat(all.Select(
            i => $"public class C{i} {{ {string.Concat(all.Select(j => $"public C{j}? P{j} {{ get; set; }} "))} public bool Q {{ get; set; }} }}\n"));
        var project = GovernedCode.Options("public C0? P { get; set; }\n" + classes, [.. _rules, "configuration: 'S:P:P1:P2:P1:P0:Q', forbid: true"]);

        CompilesQuietly(project);
        Assert.Contains("value5.Q", project.Build().Source("App.Options.ValidateDecisions.g.cs"));
    }

    [Fact]
    public void An_attribute_on_both_parts_of_a_class_is_for_the_compiler_to_report_and_leaves_the_constants_alone()
    {
        var build = GovernedCode.With(
            "namespace App { [Governed(\"S\")] public partial class Options { } "
                + "[Governed(\"S\")] public partial class Options { public bool P { get; set; } } }",
            _rules).Build();

        Assert.Contains(": error CS0579: ", Assert.Single(build.Messages, message => !message.Contains(": warning CS1591: ")));
        Assert.Contains(build.Run.GeneratedSources, source => source.HintName == "Decisions.g.cs");
    }

    private static void CompilesQuietly(Project project)
    {
        var build = project.Build();
        // What the compiler says of the options themselves is not ours, but it must not be an error, which would hide what it says of the rest.
        var told = build.Messages.Where(message => !message.StartsWith(GovernedCode.Path, StringComparison.Ordinal) || message.Contains(": error "));
        Assert.True(!told.Any(),
            string.Join('\n', told.Concat(build.Run.GeneratedSources.Where(s => s.HintName.Contains("Validate")).Select(s => s.SourceText.ToString()))));
        Assert.Contains(build.Run.GeneratedSources, source => source.HintName.EndsWith("ValidateDecisions.g.cs", StringComparison.Ordinal));
        Assert.Equal(0, project.Build().SourcesWritten);
    }
}
