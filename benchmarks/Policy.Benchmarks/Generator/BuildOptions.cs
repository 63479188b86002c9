using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>What MSBuild hands to the compiler: properties of the project, and metadata that is the same for all files or told by path.</summary>
internal sealed class BuildOptions(
    IReadOnlyDictionary<string, string> properties, Func<string, IReadOnlyDictionary<string, string>> metadata) : AnalyzerConfigOptionsProvider
{
    private static readonly Options _none = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(metadata(textFile.Path));

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
