namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Whatever options hold, they are judged as they are, or it is reported that they cannot be judged.</summary>
public sealed class HostileValuesTests
{
    private const string List = "public List<string?>? List { get; set; }";
    private const string ListRule = "configuration: 'S:List:*', forbid: bad";

    private const string Lists =
        """[], ["a"], ["a", "b", "c"], ["a", "b", "bad"], ["a", "b"], ["bad"], null, ["a"], ["a", "bad", "c", "d"], [null, null]""";

    private const string Maps = """new() { ["a"] = "good" }, new() { ["b"] = "bad" }, new() { ["a"] = "good", ["c"] = "good" }, """
        + """new() { ["c"] = "good", ["a"] = "bad" }, null, new() { ["b"] = "good" }""";

    private const string Values =
        "(6, Options.ModeOf.A), (7, Options.ModeOf.B), (null, null), (7, Options.ModeOf.B), (8, Options.ModeOf.A)";

    private const string Set = """List = Enumerable.Range(0, i % 7).Select(n => "x" + n).Append(isBad ? "bad" : "good").ToList()!, """
        + """Number = i, Map = new() { ["k" + i % 11] = isBad }""";

    [Fact]
    public void A_list_that_grows_and_shrinks_is_judged_by_what_it_holds_now() => Assert.Equal(
        ["3 S:List:2 = bad", "5 S:List:0 = bad", "8 S:List:1 = bad"],
        GovernedProgram.Run(
            List,
            $$"""
            var validator = Validator();
            var lists = new List<string?>?[] { {{Lists}} };
            for (var i = 0; i < lists.Length; i++)
            {
                foreach (var line in FindingsOf(validator, new() { List = lists[i] })) yield return $"{i} {line}";
            }
            """,
            ListRule));

    [Fact]
    public void A_dictionary_whose_keys_change_is_judged_by_what_it_holds_now() => Assert.Equal(
        ["1 S:Map:b = bad", "3 S:Map:a = bad"],
        GovernedProgram.Run(
            "public Dictionary<string, string>? Map { get; set; }",
            $$"""
            var validator = Validator();
            var maps = new Dictionary<string, string>?[] { {{Maps}} };
            for (var i = 0; i < maps.Length; i++)
            {
                foreach (var line in FindingsOf(validator, new() { Map = maps[i] })) yield return $"{i} {line}";
            }
            """,
            "configuration: 'S:Map:*', forbid: bad"));

    [Fact]
    public void An_object_that_comes_and_goes_is_judged_by_what_it_holds_now() => Assert.Equal(
        ["1 S:Inner:P = true", "4 S:Inner:P = true"],
        GovernedProgram.Run(
            "public Nested? Inner { get; set; } public class Nested { public bool P { get; set; } }",
            """
            var validator = Validator();
            var values = new bool?[] { null, true, false, null, true, null };
            for (var i = 0; i < values.Length; i++)
            {
                foreach (var line in FindingsOf(validator, new() { Inner = values[i] is { } p ? new() { P = p } : null })) yield return $"{i} {line}";
            }
            """,
            "configuration: 'S:Inner:P', forbid: true"));

    [Fact]
    public void Numbers_and_names_that_change_are_judged_as_they_are_now() => Assert.Equal(
        ["1 S:Number = 7", "1 S:Mode = B", "3 S:Number = 7", "3 S:Mode = B"],
        GovernedProgram.Run(
            "public int? Number { get; set; } public ModeOf? Mode { get; set; } public enum ModeOf { A, B }",
            $$"""
            var validator = Validator();
            var values = new (int?, Options.ModeOf?)[] { {{Values}} };
            for (var i = 0; i < values.Length; i++)
            {
                foreach (var line in FindingsOf(validator, new() { Number = values[i].Item1, Mode = values[i].Item2 })) yield return $"{i} {line}";
            }
            """,
            "configuration: 'S:Number', forbid: 7",
            "configuration: 'S:Mode', forbid: B"));

    [Fact]
    public void Dictionaries_whose_keys_change_all_the_time_do_not_fill_the_memory() => Assert.Equal(
        ["False"],
        GovernedProgram.Run(
            "public Dictionary<string, string>? Map { get; set; }",
            """
            var validator = Validator();
            var first = Step(validator, 0);
            for (var i = 1; i < 2_000; i++) Step(validator, i);
            GC.Collect();
            yield return first.IsAlive.ToString();

            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            static WeakReference Step(IValidateOptions<Options> validator, int i)
            {
                var map = Enumerable.Range(i * 10, 10).ToDictionary(n => "key" + n, n => "good");
                validator.Validate("", new() { Map = map });
                return new(map.Keys.First());
            }
            """,
            "configuration: 'S:Map:*', forbid: bad"));

    [Fact]
    public void Validations_from_many_threads_at_once_do_not_mix_their_options() => Assert.Equal(
        ["0"],
        GovernedProgram.Run(
            List + " public int Number { get; set; } public Dictionary<string, bool> Map { get; set; } = [];",
            $$"""
            var validator = Validator();
            var wrong = 0;
            Parallel.For(0, 20_000, i =>
            {
                var isBad = i % 3 == 0;
                var options = new Options { {{Set}} };
                if (validator.Validate("", options).Failed != isBad) System.Threading.Interlocked.Increment(ref wrong);
            });
            yield return wrong.ToString();
            """,
            ListRule,
            "configuration: 'S:Map:*', forbid: true",
            "configuration: 'S:Number', forbid: { at-least: 20000 }"));

    [Fact]
    public void A_huge_list_is_judged_to_its_end() => Assert.Equal(
        ["S:List:199999 = bad"],
        GovernedProgram.Run(List, "return Findings(o => o.List = [.. Enumerable.Repeat(\"good\", 199_999), \"bad\"]);", ListRule));

    [Fact]
    public void Objects_that_contain_one_another_in_a_circle_are_read_once() => Assert.Equal(
        ["S:P = true", "S:Next:P = true"],
        GovernedProgram.Run(
            "public Options? Next { get; set; } public List<Options> All { get; set; } = []; public bool P { get; set; }",
            "return Findings(o => { o.P = true; o.Next = o; o.All = [o, o]; });",
            "configuration: 'S:**:P', forbid: true",
            "configuration: 'S:Next:P', forbid: true").Distinct());

    [Fact]
    public void Nothing_in_its_place_breaks_nothing() => Assert.Empty(GovernedProgram.Run(
        "public List<Nested?>? A { get; set; } public Dictionary<string, Nested?>? B { get; set; } public string? C { get; set; } "
            + "public Nested?[]?[]? D { get; set; } public ImmutableArray<string> E { get; set; } public ImmutableArray<string>? F { get; set; } "
            + "public ArraySegment<string> G { get; set; } public class Nested { public string? P { get; set; } public Nested? Q { get; set; } }",
        "return Findings(o => { }).Concat(Findings(o => (o.A, o.B, o.C, o.D) = ([], [], \"\", [])))"
            + ".Concat(Findings(o => (o.A, o.B, o.D) = ([null, new()], new() { [\"\"] = null, [\"x\"] = new() }, [null, [null, new()]])));",
        "configuration: 'S:A:*:P', forbid: bad",
        "configuration: 'S:B:*:Q:P', forbid: { present: true }",
        "configuration: 'S:C', forbid: [bad, worse]",
        "configuration: 'S:D:*:*:P', forbid: bad",
        "configuration: 'S:E:*', forbid: bad",
        "configuration: 'S:F:*', forbid: bad",
        "configuration: 'S:G:*', forbid: bad",
        "configuration: 'S:A', forbid: { like: bad }"));

    [Theory]
    [InlineData("public bool P => throw new InvalidOperationException(\"secret\");", "o => { }", "S:P")]
    [InlineData(
        "public List<Inner> L { get; set; } = []; public class Inner { public bool P => throw new InvalidOperationException(\"secret\"); }",
        "o => o.L = [new()]",
        "S:L:0:P")]
    [InlineData(
        "public IEnumerable<string> E { get; set; } = []; ",
        "o => o.E = Enumerable.Range(0, 9).Select(i => i < 2 ? \"a\" : throw new InvalidOperationException(\"secret\"))",
        "S:E")]
    public void A_property_that_throws_is_refused_by_its_key_without_what_the_exception_says(string members, string configure, string key) => Assert.Equal(
        [$"Options cannot be judged by the decisions: reading '{key}' threw System.InvalidOperationException."],
        GovernedProgram.Run(
            members,
            $"return Findings({configure});",
            "configuration: 'S:P', forbid: true",
            "configuration: 'S:L:*:P', forbid: true",
            "configuration: 'S:E:*', forbid: bad"));

    [Fact]
    public void After_a_property_has_thrown_the_next_options_are_judged() => Assert.Equal(
        ["Options cannot be judged by the decisions: reading 'S:P' threw System.TimeoutException.", "S:P = true"],
        GovernedProgram.Run(
            "public bool Throws; public bool P => Throws ? throw new TimeoutException() : true;",
            """
            var validator = Validator();
            return FindingsOf(validator, new() { Throws = true }).Concat(FindingsOf(validator, new()));
            """,
            "configuration: 'S:P', forbid: true"));

    [Fact]
    public void A_value_that_would_break_the_text_is_neutralised() => Assert.Equal(
        ["S:Map:a\\u001B[31m b = bad"],
        GovernedProgram.Run(
            "public Dictionary<string, string>? Map { get; set; }",
            "return Findings(o => o.Map = new() { [\"a\\u001b[31m\\nb\"] = \"bad\" });",
            "configuration: 'S:Map:*', forbid: bad"));

    [Fact]
    public void A_value_that_no_record_holds_is_withheld() => Assert.DoesNotContain(
        GovernedProgram.Run(
            "public string? P { get; set; }",
            "return Refusals<Options>(s => s.AddOptions<Options>().Configure(o => o.P = \"hunter2\").ValidateDecisions(), \"\");",
            "configuration: 'S:P', forbid: { present: true }"),
        line => line.Contains("hunter2"));
}
