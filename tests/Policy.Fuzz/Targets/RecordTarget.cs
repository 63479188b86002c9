using DecisionPolicies.Generator;
using DecisionPolicies.Records;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Fuzz;

/// <summary>Records: read the same way twice, with every fault at a place, and written as code that parses.</summary>
internal static class RecordTarget
{
    private static readonly Target _target = new("App", "internal", "");

    public static FuzzTarget Instance { get; } = new(
        "records",
        [
            "---", ": ", "- ", "  ", "|", ">", "&a ", "*a", "!!str ", "~", "...", "?", ",", "<<: *a", "*/", "\\u0022", "status: accepted\n",
            "rules:\n", "forbid: true\n",
            "```\n", "](../x.md)", "0x1F", "**:", "::", "[", "- - ", "> ",
        ],
        Run);

    // Reads a text as a record beside another one, and parses the code that is written for it.
    private static void Run(string seed, string text)
    {
        var file = RecordReader.Read("docs/adr/0001-fuzzed.md", text);
        FuzzTarget.Expect(file.Record is not null || file.IsSkipped || file.Faults.Count > 0, "The file was passed over in silence.");
        FuzzTarget.Expect(file.Equals(RecordReader.Read("docs/adr/0001-fuzzed.md", text)), "Reading twice gives two records.");
        foreach (var fault in file.Faults) Check(fault, text);

        var other = RecordReader.Read("docs/adr/0002-other.md", "---\nstatus: superseded by ADR-0001\n---\n# Other\n");
        foreach (var record in RecordSet.Of([file, other]).Records)
        {
            var errors = CSharpSyntaxTree.ParseText(DecisionSource.Of([record], _target)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
            FuzzTarget.Expect(!errors.Any(), $"The code does not parse: {errors.FirstOrDefault()}");
        }
    }

    private static void Check(Fault fault, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Count(c => c == '\n') + 2;
        var place = fault.Place;
        FuzzTarget.Expect(place is { Line: >= 1, Column: >= 1 } && place.Line <= lines && place.EndLine >= place.Line, $"{fault} is at no place in the file.");
        FuzzTarget.Expect(fault.Message.Length > 0, $"{fault.Kind.Id} says nothing.");
    }
}
