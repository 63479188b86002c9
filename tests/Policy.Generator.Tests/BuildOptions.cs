using System.Diagnostics.CodeAnalysis;
using DecisionPolicies.Generator.Tests.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Tests;

/// <summary>What MSBuild hands to the compiler: properties of the project and metadata of its files.</summary>
internal sealed class BuildOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(properties.ToDictionary(p => "build_property." + p.Key, p => p.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile switch
    {
        RecordText { IsMarked: true } record => new Options(new()
        {
            ["build_metadata.AdditionalFiles.DecisionRecord"] = record.Mark,
            ["build_metadata.AdditionalFiles.DecisionPack"] = record.Pack ?? "",
        }),
        SettingsText settings => new Options(settings.Metadata.ToDictionary(m => "build_metadata.AdditionalFiles." + m.Key, m => m.Value)),
        _ => Options.None,
    };

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new([]);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
