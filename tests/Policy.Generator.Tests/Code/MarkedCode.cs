using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>Code in which <c>[|</c> and <c>|]</c> surround each place that breaks a rule.</summary>
internal static class MarkedCode
{
    /// <summary>Judges code by rules of an accepted record, and compares the diagnostics with the marks.</summary>
    /// <param name="rules">The rules, one on each line.</param>
    /// <param name="code">The code.</param>
    /// <param name="library">Code of a library, Lib, to which the code refers.</param>
    public static async Task Judge(string rules, string code, string library = "")
    {
        var (plain, marked) = Read(code.ReplaceLineEndings("\n"));
        var project = Of(rules).WithCode(plain, "/machine/checkout/C.cs");
        if (library.Length > 0) project.WithLibrary("Lib", library);
        var (build, analyzed) = await project.Analyze();
        Assert.Empty(build.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var told = analyzed.Where(d => d.Id.StartsWith("DP31", StringComparison.Ordinal)).Select(d => d.Location.SourceSpan).OrderBy(span => span.Start);
        Assert.Equal(marked.Select(span => Show(plain, span)), told.Select(span => Show(plain, (span.Start, span.Length))));
    }

    /// <summary>A project with an accepted record that has the rules.</summary>
    /// <param name="rules">The rules, one on each line.</param>
    public static Project Of(string rules) =>
        new(Records.WithFrontMatter("status: accepted\nrules:\n" + string.Concat(rules.Split('\n').Select(rule => $"  - {{ {rule.Trim()} }}\n"))));

    private static string Show(string code, (int Start, int Length) span)
    {
        var line = code[..span.Start].Count(c => c == '\n') + 1;
        return $"line {line}: {code.Substring(span.Start, span.Length)}";
    }

    private static (string Plain, List<(int Start, int Length)> Marked) Read(string code)
    {
        var marked = new List<(int, int)>();
        while (code.IndexOf("[|", StringComparison.Ordinal) is >= 0 and var start)
        {
            code = code.Remove(start, 2);
            var end = code.IndexOf("|]", start, StringComparison.Ordinal);
            code = code.Remove(end, 2);
            marked.Add((start, end - start));
        }
        return (code, marked);
    }
}
