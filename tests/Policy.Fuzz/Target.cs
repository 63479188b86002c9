using DecisionPolicies.Generator;
using DecisionPolicies.Records;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Fuzz;

/// <summary>What must hold for any text at all.</summary>
internal static class Target
{
    private static readonly Generator.Target _target = new("App", "internal", "");

    /// <summary>Reads a text as a record beside another one, and parses the code that is written for it.</summary>
    /// <exception cref="InvalidOperationException">Something that must hold does not.</exception>
    public static void Run(string text)
    {
        var file = RecordReader.Read("docs/adr/0001-fuzzed.md", text);
        if (file.Record is null && !file.IsSkipped && file.Faults.Count == 0) throw new InvalidOperationException("The file was passed over in silence.");
        if (!file.Equals(RecordReader.Read("docs/adr/0001-fuzzed.md", text))) throw new InvalidOperationException("Reading twice gives two records.");
        foreach (var fault in file.Faults) Check(fault, text);

        var other = RecordReader.Read("docs/adr/0002-other.md", "---\nstatus: superseded by ADR-0001\n---\n# Other\n");
        foreach (var record in RecordSet.Of([file, other]).Records)
        {
            var errors = CSharpSyntaxTree.ParseText(DecisionSource.Of([record], _target)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
            if (errors.FirstOrDefault() is { } error) throw new InvalidOperationException($"The code does not parse: {error}");
        }
    }

    private static void Check(Fault fault, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Count(c => c == '\n') + 2;
        var place = fault.Place;
        if (place.Line < 1 || place.Column < 1 || place.Line > lines || place.EndLine < place.Line)
        {
            throw new InvalidOperationException($"{fault} is at no place in the file.");
        }
        if (fault.Message.Length == 0) throw new InvalidOperationException($"{fault.Kind.Id} says nothing.");
    }
}
