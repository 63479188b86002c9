using System.Diagnostics;
using CsCheck;
using DecisionPolicies.Records;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>No text makes a reader throw or go on without end, and a fault lies inside the text.</summary>
[Trait("Category", "Law")]
public sealed class HostileTextTests
{
    private static readonly string[] _pieces =
    [
        "a", "b: ", "\n", "\r", "\r\n", "  ", "\t", ":", "=", "- ", "[", "]", "{", "}", "\"", "'",
        "|\n", ">\n", "&a ", "*a", "<<: *a", "---\n", "...\n", "%YAML 1.2\n", "? ", "!!str ", "#", ",",
        "<a>", "</a>", "<b c='d'/>", "<![CDATA[", "]]>", "&amp;", "&x;", "<?", "[[a]]\n", "a.b = 1\n",
        "A=1\n", "export ", "\\", "\\u0041", "\0", "\uFEFF", "\uD83D", "\u2028", "\u202E", "{{ .Values.a }}",
        "apiVersion: v1\n", "kind: ConfigMap\n", "kind: List\n", "data:\n", "  a.json: |\n    {", "  b.yaml: |\n    a: 1\n", "items:\n",
        "services:\n  a:\n    environment:\n", "env:\n", "- name: A\n  value: b\n", "true", "9999999999999999999999", "0x",
        "\\\n", "\\u", "a.b[0]=", "#---\n", "`", "A: b", "FROM x AS y\n", "FROM y\n", "ENV ", "ARG ", "$A", "${A:-", "RUN <<E\n", "E\n", "# escape=`\n",
        "[Service]\n", "Environment=", "\\x4", "%", "env {\n", "a = ", "(", ")", "${", "%{", "<<E\n", "<<-E\n",
        "/*", "*/", "//", "for ", "? ", "name = \"A\"\n", "value = \"b\"\n",
    ];

    private static readonly string[] _files =
    [
        "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: g }\ndata:\n  a.json: |\n    { \"a\": [1, true], // c\n      \"b\": null }\n"
            + "  c.toml: |\n    [a]\n    b = 1\n  D__E: f\n---\na: &x { b: 1 }\nc: *x\nservices:\n  g:\n    environment: [A=b]\n",
        "# c\nexport A=\"b\\n\"\nB='c' # d\nASPNETCORE_C__D=e\n",
        "; c\n[A:B]\nc = \"d\"\n",
        "a = 1\n[b.c]\nd = [1, { e = 'f' }]\n[[g]]\nh = \"\"\"\ni\"\"\"\n",
        "<?xml version=\"1.0\"?>\n<a>\n  <b Name=\"c\" d='e'>f &amp; g</b>\n  <appSettings><add key=\"h\" value=\"i\"/></appSettings>\n</a>\n",
        "#c\na.b[0]=c \\\n  d\ne\\:f : \\u0041\n#---\nA__B g\n",
        "# escape=\\\nARG A=b\nFROM x AS y\nENV A=\"c d\" \\\n  # e\n  F='g'$A\nRUN <<E\nE\nFROM y\nENV H i j\n",
        "[Service]\n# a\nEnvironment=\"A=b c\" B=\\x41 \\\n  C='d'\nEnvironment=\n",
        "a = { b = [1, \"c${d}\"], \"E__F\" = <<-G\n  h\n  G\n}\n"
            + "resource \"i\" \"j\" {\n  env {\n    name = \"k\"\n    value = \"l\"\n  }\n  m = n({ o = 1 }) /* p */\n}\n",
        "{ \"apiVersion\": \"v1\", \"kind\": \"Secret\", \"data\": { \"a\": \"Yg==\" } }",
    ];

    [Fact]
    public void Text_of_any_pieces_is_read_or_has_a_fault_inside_it() =>
        Law.Check(Gen.OneOf(_pieces).Array[0, 40].Select(string.Concat<string>), 1_500, InEveryFormat);

    [Fact]
    public void A_file_with_anything_damaged_is_read_or_has_a_fault_inside_it() => Law.Check(
        Gen.Select(Gen.OneOf(_files), Gen.Select(Gen.Int[0, 400], Gen.Int[0, 12], Gen.OneOf(_pieces)).Array[1, 4])
            .Select((file, cuts) => cuts.Aggregate(file, Damaged)),
        1_500,
        InEveryFormat);

    [Theory]
    [MemberData(nameof(LargeTexts))]
    public void Reading_takes_time_in_proportion_to_the_text(string name, string text)
    {
        var watch = Stopwatch.StartNew();
        InEveryFormat(text);
        // Where time were quadratic it would be minutes, on any machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{name}: {watch.Elapsed}");
    }

    public static TheoryData<string, string> LargeTexts()
    {
        const int Length = 200_000;
        var texts = new TheoryData<string, string>();
        void Repeat(string name, string piece, string before = "") => texts.Add(name, before + string.Concat(Enumerable.Repeat(piece, Length / piece.Length)));
        Repeat("one line", "x");
        Repeat("open brackets", "[");
        Repeat("open braces", "{\"a\":");
        Repeat("deep mappings", "a:\n ");
        Repeat("sequences in a line", "- ");
        Repeat("escaped quotes", "\\\"", "A=\"");
        Repeat("open quotes", "A=\"\n");
        Repeat("elements", "<a>");
        Repeat("attributes", " a='b'", "<a");
        Repeat("documents", "--- [\n");
        Repeat("documents with directives", "%TAG ! a\n");
        Repeat("anchors", "- &a b\n- *a\n");
        Repeat("one array of tables", "[[a]]\nb=1\n");
        Repeat("one dotted key", "a.");
        Repeat("colons", ":");
        Repeat("nulls", "\0");
        Repeat("halves of characters", "\uD83D");
        Repeat("blank lines in a block", "\n", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a.json: |\n");
        Repeat("variables in a manifest", "- name: A\n  value: b\n", "apiVersion: v1\nkind: Pod\nenv:\n");
        Repeat("continued lines", "a\\\n");
        Repeat("brackets of keys", "a[");
        Repeat("documents of properties", "a=1\n#---\n");
        Repeat("backquotes", "A=`\n");
        Repeat("stages", "FROM a AS a\nENV A=b\n");
        Repeat("files in a Dockerfile", "RUN <<A\n");
        Repeat("files that end", "RUN <<A <<A\n", "A\n");
        Repeat("variables with defaults", "${A:-", "ENV A=1\nENV B=");
        Repeat("variables", "$A", "ENV A=1234567890\nENV B=");
        Repeat("assignments", "A=b ", "[Service]\nEnvironment=");
        Repeat("comments of a continued line", "#\n", "[Service]\nEnvironment=A=b \\\n");
        Repeat("texts in texts", "\"${", "a = ");
        Repeat("heredocs", "a = <<A\n");
        Repeat("heredocs that end", "a = <<A\nA\n");
        Repeat("blocks", "a {\n");
        Repeat("labels", " a", "resource");
        Repeat("pairs", "env {\nname = \"A\"\nvalue = 1\n}\n", "a {\n");
        Repeat("maps of variables", "{ A__B = 1 },", "a = [");
        Repeat("comments that do not end", "/*");
        Repeat("templates", "{{ .Values.a }}\n");
        return texts;
    }

    [Fact]
    public void Aliases_without_end_are_a_fault_at_once()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var watch = Stopwatch.StartNew();
        var fault = Assert.Single(Read.File("compose.yaml", text).Faults);
        Assert.StartsWith("The YAML cannot be read: With this alias, aliases expand to more than 4 MB of values.", fault.Message);
        Assert.StartsWith("*a", Read.At(text, fault.Place));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Aliases_of_a_large_text_are_a_fault_too()
    {
        var text = $"a: &a {new string('x', 1_000_000)}\nb: [{string.Join(", ", Enumerable.Repeat("*a", 1_000))}]\n";
        Assert.Contains("expand to more than 4 MB", Read.Faults("a.yaml", text));
    }

    [Fact]
    public void Aliases_count_as_levels()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n"));
        Assert.Contains("With this alias, values are nested more than 64 levels deep.", Read.Faults("a.yaml", text));
    }

    private static string Damaged(string text, (int At, int Length, string Piece) cut)
    {
        var at = cut.At % (text.Length + 1);
        return string.Concat(text.AsSpan(0, at), cut.Piece, text.AsSpan(Math.Min(text.Length, at + cut.Length)));
    }

    private static void InEveryFormat(string text)
    {
        var lines = new LineIndex(text);
        foreach (var format in Enum.GetValues<ConfigurationFormat>())
        {
            var file = ConfigurationFile.Read(format, text);
            foreach (var fault in file.Faults)
            {
                Assert.NotEmpty(fault.Message);
                AssertInside(fault.Place, lines, format);
            }
            foreach (var (_, _, place) in file.Trees.SelectMany(Read.All).Take(1_000)) AssertInside(place, lines, format);
        }
    }

    private static void AssertInside(Place place, LineIndex lines, ConfigurationFormat format)
    {
        Assert.True(place.Line >= 1 && place.Line <= lines.Count && place.Column >= 1 && place.EndLine >= place.Line && place.EndLine <= lines.Count,
            $"{format}: {place} of {lines.Count} lines");
        Assert.True(place.Column <= lines[place.Line].Length + 1, $"{format}: {place} in a line of {lines[place.Line].Length}");
    }
}
