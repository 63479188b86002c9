namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>Rules about symbols.</summary>
public sealed class SymbolTests
{
    private const string Legacy = """
        namespace Lib
        {
            public class Legacy
            {
                public const string Name = "legacy";
                public static readonly int Field = 1;
                public static event System.Action Changed;
                public int Property { get; set; }
                public int this[int i] => i;
                public Legacy() { }
                public Legacy(int i) { }
                public virtual void Do() { }
                public static void Run() { }
                public static void Run(int i) { }
                public static T Make<T>() => default;
                public static Legacy operator +(Legacy a, Legacy b) => a;
                public static Legacy operator ++(Legacy a) => a;
                public static Legacy operator -(Legacy a) => a;
                public static implicit operator int(Legacy a) => 1;
                public static implicit operator Legacy(string a) => new();
                public void Deconstruct(out int a, out int b) { a = b = 1; }
                public enum Kind { One }
                public class Nested { public static void Go() { } }
                public System.Collections.Generic.IEnumerator<int> GetEnumerator() => null;
                public void Add(int i) { }
                public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
            }
            public class Sub : Legacy { public override void Do() { } }
            public class LegacyAttribute : System.Attribute { }
            public class Generic<T> { public static void Go() { } public void M() { } }
            public interface IWork { void Work(); }
            public class Worker : IWork { public void Work() { } }
            public static class Extensions { public static void Extend(this string s) { } }
            public static class Other { public static Legacy Give() => null; public static void Take(System.Action a) { } }
        }
        namespace Lib.Below { public class Deep { } }
        """;

    [Theory]
    [InlineData("Lib.[|Legacy|] _a;")]
    [InlineData("Lib.[|Legacy|] _a, _b;")]
    [InlineData("event System.Action<Lib.[|Legacy|]> A, B;")]
    [InlineData("Lib.[|Legacy|]? _a;")]
    [InlineData("Lib.[|Legacy|][] _a;")]
    [InlineData("System.Collections.Generic.List<Lib.[|Legacy|]> _a;")]
    [InlineData("(Lib.[|Legacy|], int) _a;")]
    [InlineData("Lib.[|Legacy|] P { get; set; }")]
    [InlineData("void M(Lib.[|Legacy|] p) { }")]
    [InlineData("Lib.[|Legacy|] M() => null;")]
    [InlineData("void M<T>() where T : Lib.[|Legacy|] { }")]
    [InlineData("class D : Lib.[|Legacy|] { }")]
    [InlineData("class D() : Lib.[|Legacy|](1) { }")]
    [InlineData("object M() => typeof(Lib.[|Legacy|]);")]
    [InlineData("object M(object o) => (Lib.[|Legacy|])o;")]
    [InlineData("object M(object o) => o as Lib.[|Legacy|];")]
    [InlineData("bool M(object o) => o is Lib.[|Legacy|];")]
    [InlineData("bool M(object o) => o is Lib.[|Legacy|] { };")]
    [InlineData("bool M(object o) => o is Lib.[|Legacy|] x;")]
    [InlineData("object M() => default(Lib.[|Legacy|]);")]
    [InlineData("void M() { try { } finally { Lib.[|Legacy|] a = null; } }")]
    [InlineData("object M() => new Lib.[|Legacy|]();")]
    [InlineData("object M() => new Lib.[|Legacy|](1) { [|Property|] = 1 };")]
    [InlineData("object M() => new Lib.[|Legacy|][1];")]
    [InlineData("object M() => new System.Collections.Generic.List<Lib.[|Legacy|]>();")]
    [InlineData("object M() => Lib.Legacy.[|Name|];")]
    [InlineData("object M() => Lib.Legacy.[|Field|];")]
    [InlineData("void M() => Lib.Legacy.[|Changed|] += null;")]
    [InlineData("void M() => Lib.Legacy.[|Run|]();")]
    [InlineData("void M() => Lib.Legacy.[|Make|]<int>();")]
    [InlineData("void M() => Lib.Other.Take(Lib.Legacy.[|Run|]);")]
    [InlineData("System.Action _a = Lib.Legacy.[|Run|];")]
    [InlineData("object M() => Lib.Other.Give().[|Property|];")]
    [InlineData("object M() => Lib.Other.Give()?.[|Property|];")]
    [InlineData("object M() => Lib.Other.Give()[|[1]|];")]
    [InlineData("void M() => Lib.Other.Give().[|Do|]();")]
    [InlineData("bool M() => Lib.Other.Give() is { [|Property|]: 1 };")]
    [InlineData("object M() => Lib.Other.Give() [|+|] Lib.Other.Give();")]
    [InlineData("object M() => [|-|]Lib.Other.Give();")]
    [InlineData("void M() { var a = Lib.Other.Give(); a[|++|]; }")]
    [InlineData("void M() { var a = Lib.Other.Give(); a [|+=|] a; }")]
    [InlineData("int M() => Lib.Other.[|Give|]();")]
    [InlineData("void M() { var (a, b) [|=|] Lib.Other.Give(); }")]
    [InlineData("bool M() => Lib.Other.Give() is [|(1, 2)|];")]
    [InlineData("void M() { [|foreach|] (var a in Lib.Other.Give()) { } }")]
    [InlineData("async System.Threading.Tasks.Task M() => [|await|] Lib.Other.Give();")]
    [InlineData("object M() => Lib.Legacy.Kind.[|One|];")]
    [InlineData("object M() => typeof(Lib.Legacy.[|Kind|]);")]
    [InlineData("void M() => Lib.Legacy.Nested.[|Go|]();")]
    [InlineData("const string Text = Lib.Legacy.[|Name|];")]
    [InlineData("void M(string s = Lib.Legacy.[|Name|]) { }")]
    [InlineData("[System.Obsolete(Lib.Legacy.[|Name|])] void M() { }")]
    [InlineData("[System.Diagnostics.DebuggerTypeProxy(typeof(Lib.[|Legacy|]))] class D { }")]
    [InlineData("bool M(string s) => s is Lib.Legacy.[|Name|];")]
    [InlineData("int M(string s) => s switch { Lib.Legacy.[|Name|] => 1, _ => 0 };")]
    [InlineData("void M(string s) { switch (s) { case Lib.Legacy.[|Name|]: break; } }")]
    [InlineData("void M() => Lib.Sub.[|Run|]();")]
    [InlineData("void M() { System.Action a = () => Lib.Legacy.[|Run|](); }")]
    [InlineData("void M() { void Local() => Lib.Legacy.[|Run|](); }")]
    [InlineData("void M() { Lib.[|Legacy|] a = [|new|](); }")]
    public Task Any_use_of_a_type_or_its_members_breaks_a_rule_about_the_type(string member) => MarkedCode.Judge("symbol: T:Lib.Legacy", In(member), Legacy);

    [Theory]
    [InlineData("object M() => nameof(Lib.Legacy);")]
    [InlineData("object M() => nameof(Lib.Legacy.Property);")]
    [InlineData("object M() => nameof(Lib.Legacy.Run);")]
    [InlineData("object M() => nameof(System.Collections.Generic.List<Lib.Legacy>);")]
    [InlineData("/// <see cref=\"Lib.Legacy\"/>\nvoid M() { }")]
    [InlineData("class Legacy { } Legacy M() => new Legacy();")]
    [InlineData("string M() => \"Lib.Legacy\";")]
    [InlineData("// Lib.Legacy.Run()\nvoid M() { }")]
    [InlineData("void M() { var a = Lib.Other.Give(); }")]
    [InlineData("void M() { new Lib.Sub().Do(); }")]
    public Task What_only_looks_like_a_use_is_none(string member) => MarkedCode.Judge("symbol: T:Lib.Legacy", In(member), Legacy);

    [Theory]
    [InlineData("M:Lib.Legacy.Run", "void M() { Lib.Legacy.[|Run|](); Lib.Legacy.Run(1); }")]
    [InlineData("M:Lib.Legacy.Run(System.Int32)", "void M() { Lib.Legacy.Run(); Lib.Legacy.[|Run|](1); System.Action a = Lib.Legacy.Run; }")]
    [InlineData("M:Lib.Legacy.#ctor", "void M() { new Lib.[|Legacy|](); new Lib.Legacy(1); Lib.Legacy a = [|new|](); }")]
    [InlineData("M:Lib.Legacy.#ctor(System.Int32)", "class D : Lib.Legacy { D() : [|base|](1) { } } class E() : Lib.[|Legacy|](1) { }")]
    [InlineData("M:Lib.LegacyAttribute.#ctor", "[Lib.[|Legacy|]] void M() { } [Lib.[|LegacyAttribute|]] void N() { }")]
    [InlineData("M:Lib.Legacy.Make``1", "void M() { Lib.Legacy.[|Make|]<int>(); Lib.Legacy.[|Make|]<string>(); }")]
    [InlineData("M:Lib.Legacy.op_Addition(Lib.Legacy,Lib.Legacy)", "object M(Lib.Legacy a) => a [|+|] a;")]
    [InlineData("M:Lib.Legacy.op_Implicit(Lib.Legacy)~System.Int32", "int M(Lib.Legacy a) => [|a|]; Lib.Legacy N() => \"a\";")]
    [InlineData("P:Lib.Legacy.Property", "int M(Lib.Legacy a) => a.[|Property|] + a[1];")]
    [InlineData("M:Lib.Legacy.get_Property", "int M(Lib.Legacy a) => a.[|Property|];")]
    [InlineData("P:Lib.Legacy.Item(System.Int32)", "int M(Lib.Legacy a) => a[|[1]|] + a.Property;")]
    [InlineData("F:Lib.Legacy.Name", "string M() => Lib.Legacy.[|Name|];")]
    [InlineData("E:Lib.Legacy.Changed", "void M() { Lib.Legacy.[|Changed|] += null; Lib.Legacy.[|Changed|] -= null; }")]
    [InlineData("M:Lib.Legacy.Do", "void M(Lib.Legacy a) => a.[|Do|]();")]
    [InlineData(
        "M:Lib.Extensions.Extend(System.String)",
        "void M(string s) { s.[|Extend|](); Lib.Extensions.[|Extend|](s); s?.[|Extend|](); System.Action a = s.[|Extend|]; }")]
    [InlineData("M:Lib.Generic`1.M", "void M(Lib.Generic<int> a, Lib.Generic<string> b) { a.[|M|](); b.[|M|](); }")]
    [InlineData("M:Lib.Legacy.GetEnumerator", "void M(Lib.Legacy l) { [|foreach|] (var a in l) { } }")]
    [InlineData("M:Lib.Legacy.GetAwaiter", "async System.Threading.Tasks.Task M(Lib.Legacy l) => [|await|] l;")]
    [InlineData("M:Lib.Legacy.Deconstruct(System.Int32@,System.Int32@)", "void M(Lib.Legacy l) { var (a, b) [|=|] l; }")]
    public Task A_rule_about_a_member_is_about_that_member(string symbol, string member) => MarkedCode.Judge($"symbol: '{symbol}'", In(member), Legacy);

    [Fact]
    public Task What_a_collection_initializer_adds_breaks_a_rule_about_the_method() => MarkedCode.Judge(
        "symbol: 'M:Lib.Bag.Add(System.Int32)'",
        In("object M() => new Lib.Bag { [|1|], [|2|] }; object N() => new Lib.Bag();"),
        "namespace Lib; public class Bag : System.Collections.IEnumerable { public void Add(int i) { } "
            + "public System.Collections.IEnumerator GetEnumerator() => null; }");

    [Fact]
    public Task What_a_query_calls_breaks_a_rule_about_the_method() => MarkedCode.Judge(
        "symbol: T:System.Linq.Enumerable",
        "using System.Linq; class C { object M(int[] a) => from i in a [|where i > 1|] select i; }");

    [Theory]
    [InlineData("void M(Lib.Sub a) => a.[|Do|]();")]
    [InlineData("class D : Lib.Legacy { public override void Do() => base.[|Do|](); }")]
    public Task To_call_an_override_is_to_call_what_it_overrides(string member) => MarkedCode.Judge("symbol: M:Lib.Legacy.Do", In(member), Legacy);

    [Theory]
    [InlineData("void M(Lib.IWork a) => a.[|Work|]();")]
    [InlineData("void M(Lib.Worker a) => a.[|Work|]();")]
    [InlineData("class D : Lib.IWork { public void Work() { } public void Work(int i) { } void M() { this.[|Work|](); this.Work(1); } }")]
    public Task To_call_what_implements_a_member_is_to_call_the_member(string member) => MarkedCode.Judge("symbol: M:Lib.IWork.Work", In(member), Legacy);

    [Theory]
    [InlineData("class D : Lib.[|IWork|] { public void Work() { } }")]
    [InlineData("class D : Lib.[|IWork|] { void Lib.[|IWork|].Work() { } }")]
    [InlineData("void M<T>() where T : Lib.[|IWork|] { }")]
    [InlineData("class D : Lib.Worker { void M() => this.Work(); }")]
    public Task A_rule_about_an_interface_is_about_naming_it(string member) => MarkedCode.Judge("symbol: T:Lib.IWork", In(member), Legacy);

    [Theory]
    [InlineData("[Lib.[|Legacy|]] void M() { }")]
    [InlineData("[Lib.[|LegacyAttribute|]] void M() { }")]
    [InlineData("[return: Lib.[|Legacy|]] int M() => 1;")]
    [InlineData("void M([Lib.[|Legacy|]] int a) { }")]
    [InlineData("void M<[Lib.[|Legacy|]] T>() { }")]
    [InlineData("int P { [Lib.[|Legacy|]] get; }")]
    public Task An_attribute_is_a_use_of_its_type(string member) => MarkedCode.Judge("symbol: T:Lib.LegacyAttribute", In(member), Legacy);

    [Fact]
    public Task An_attribute_of_the_assembly_is_a_use_of_its_type() => MarkedCode.Judge("symbol: T:Lib.LegacyAttribute", "[assembly: Lib.[|Legacy|]]", Legacy);

    [Theory]
    [InlineData("Lib.[|Generic|]<int> _a;")]
    [InlineData("object M() => typeof(Lib.[|Generic|]<>);")]
    [InlineData("void M() => Lib.Generic<string>.[|Go|]();")]
    [InlineData("void M(Lib.[|Generic|]<int> a) => a.[|M|]();")]
    public Task A_generic_type_is_used_whatever_its_arguments(string member) => MarkedCode.Judge("symbol: T:Lib.Generic`1", In(member), Legacy);

    [Theory]
    [InlineData("Lib.[|Legacy|] _a;")]
    [InlineData("Lib.Below.[|Deep|] _a;")]
    [InlineData("object M() => new Lib.Below.[|Deep|]();")]
    [InlineData("void M() => Lib.Legacy.Nested.[|Go|]();")]
    [InlineData("Lib.Legacy.[|Nested|] _a;")]
    [InlineData("Library.Legacy _a;")]
    public Task A_rule_about_a_namespace_is_about_all_in_it_and_below(string member) =>
        MarkedCode.Judge("symbol: N:Lib", In(member) + "\nnamespace Library { class Legacy { } }", Legacy);

    [Fact]
    public Task To_import_a_namespace_is_not_a_use() =>
        MarkedCode.Judge("symbol: N:Lib", "using Lib; using L = Lib; class C { [|Legacy|] _a; L.[|Legacy|] _b; }", Legacy);

    [Fact]
    public Task To_import_a_type_is_a_use() =>
        MarkedCode.Judge("symbol: T:Lib.Legacy", "using static Lib.[|Legacy|]; class C { void M() => [|Run|](); }", Legacy);

    [Fact]
    public Task An_alias_hides_nothing() => MarkedCode.Judge(
        "symbol: T:Lib.Legacy",
        "using X = Lib.[|Legacy|]; using L = System.Collections.Generic.List<Lib.[|Legacy|]>; "
            + "namespace A { using Y = Lib.[|Legacy|]; class C { [|X|] _x; [|Y|] _y; L _l; void M() => X.[|Run|](); } }",
        Legacy);

    [Fact]
    public async Task An_alias_of_generated_code_hides_nothing()
    {
        var (_, told) = await MarkedCode.Of("symbol: T:Lib.Legacy").WithLibrary("Lib", Legacy)
            .WithCode("global using X = Lib.Legacy;", "A.Generator/A.Generator.Of/Usings.g.cs").WithCode("class C { X _x; }").Analyze();

        Assert.Single(told);
    }

    [Theory]
    [InlineData("[|string|] M() => null;")]
    [InlineData("bool M() => string.[|IsNullOrEmpty|](null);")]
    [InlineData("System.[|String|] M() => null;")]
    public Task A_keyword_names_its_type(string member) => MarkedCode.Judge("symbol: T:System.String", In(member), Legacy);

    [Theory]
    [InlineData("N:Lib", "T:Lib.Legacy", "void M() { Lib.Legacy.Run(); new Lib.Legacy(); Lib.Legacy.Nested.Go(); Lib.Generic<int>.[|Go|](); }")]
    [InlineData("N:Lib", "N:Lib.Below", "Lib.Below.Deep _a; Lib.[|Worker|] _b;")]
    [InlineData("N:Lib", "M:Lib.Legacy.Run", "void M() { Lib.Legacy.Run(); Lib.Legacy.[|Run|](1); }")]
    [InlineData("T:Lib.Legacy", "M:Lib.Legacy.#ctor", "void M() { new Lib.Legacy(); new Lib.[|Legacy|](1); }")]
    [InlineData("T:Lib.Legacy", "T:Lib.Legacy.Nested", "void M() { Lib.Legacy.Nested.Go(); Lib.Legacy.[|Run|](); }")]
    [InlineData("T:Lib.LegacyAttribute", "M:Lib.LegacyAttribute.#ctor", "[Lib.Legacy] void M() { }")]
    public Task What_is_excepted_may_be_used(string symbol, string except, string member) =>
        MarkedCode.Judge($"symbol: '{symbol}', except: ['{except}']", In(member), Legacy);

    [Theory]
    [InlineData("symbol: N:Nowhere")]
    [InlineData("symbol: T:Lib.Nothing")]
    [InlineData("symbol: M:Lib.Legacy.Nothing")]
    [InlineData("symbol: 'M:Lib.Legacy.Run(System.String)'")]
    [InlineData("symbol: T:lib.legacy")]
    [InlineData("symbol: N:Lib, projects: [Other]")]
    [InlineData("symbol: N:Lib, projects: [A, App.*]")]
    public Task A_rule_about_what_is_not_there_is_quiet(string rule) => MarkedCode.Judge(rule, In("void M() => Lib.Legacy.Run();"), Legacy);

    [Fact]
    public Task A_rule_may_name_this_project() =>
        MarkedCode.Judge("symbol: T:Lib.Legacy, projects: [Other, App*]", In("void M() => Lib.Legacy.[|Run|]();"), Legacy);

    [Fact]
    public Task What_is_rejected_may_use_itself() => MarkedCode.Judge(
        "symbol: T:Own.Old",
        "namespace Own { class Old { Old _next; void M() => N(); static void N() { } class Inner { Old _outer; } } class New { [|Old|] _old; } }");

    [Fact]
    public Task Code_does_not_become_its_own_by_its_namespace() => MarkedCode.Judge(
        "symbol: N:Lib", "namespace Lib.Mine { class C { void M() { [|Legacy|] a = null; Lib.Legacy.[|Run|](); } } }", Legacy);

    [Fact]
    public async Task Each_broken_rule_is_reported()
    {
        var (_, told) = await MarkedCode.Of("symbol: N:Lib\nsymbol: T:Lib.Legacy\nsymbol: M:Lib.Legacy.Run").WithLibrary("Lib", Legacy)
            .WithCode("class C { void M() => Lib.Legacy.Run(); }").Analyze();

        Assert.Equal(3, told.Length);
    }

    private static string In(string member) => "using Lib;\npublic class C\n{\n" + member + "\n}";
}
