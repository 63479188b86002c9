using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Builder;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>
/// What <c>decisions check --layer</c> finds in a deployment is what a real host of that deployment would read: its files, its variables with
/// and without prefixes, its arguments and its environment.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(nameof(HostDifferenceTests))]
public sealed class HostDifferenceTests : IDisposable
{
    // Names that nothing else on the machine has.
    private static readonly string[] _keys = ["DpLawA", "DpLawB:C", "DpLawB:D:0", "DpLawE:0:F", "DpLawG:H"];
    private static readonly string[] _values = ["v1", "v2"];
    private static readonly string[] _environments = ["Production", "Staging"];

    private static readonly Gen<string?> _value = Any<string?>("v1", "v1", "v2", "v2", "", null);
    private static readonly Gen<(string Key, string? Value)> _setting = Gen.Select(Any(_keys), _value);
    private static readonly Gen<(string Key, string? Value)[]> _file = _setting.Array[0, 4];

    private static readonly Gen<(string Name, string Value)> _variable = Gen.Select(
        Any("", "", "DOTNET_", "ASPNETCORE_"), _setting, (prefix, setting) =>
            (prefix + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value ?? ""));

    private static readonly Gen<string[]> _argument = Gen.Select(Gen.Int[0, 5], _setting, (form, setting) => (form, setting.Key, setting.Value ?? "") switch
    {
        (0, var key, var value) => new[] { $"--{key}={value}" },
        (1, var key, var value) => [$"--{key}", value],
        (2, var key, var value) => [$"/{key}={value}"],
        (3, var key, var value) => [$"/{key}", value],
        (4, var key, var value) => [$"{key}={value}"],
        _ => ["run"],
    });

    private static readonly Gen<Deployment> _deployments = Gen.Select(
        _file, _file, _file, _variable.Array[0, 4], _argument.Array[0, 3], Gen.Int[0, 6], Any(_environments),
        (all, production, staging, variables, arguments, how, environment) => new Deployment(
            all,
            new() { ["Production"] = production, ["Staging"] = staging },
            [.. variables, .. how switch
            {
                0 => [("ASPNETCORE_ENVIRONMENT", environment)],
                1 => [("DOTNET_ENVIRONMENT", environment)],
                2 => [("ASPNETCORE_ENVIRONMENT", "Production"), ("DOTNET_ENVIRONMENT", environment)],
                _ => Array.Empty<(string, string)>(),
            }],
            [.. arguments.SelectMany(words => words), .. how == 3 ? ["--environment", environment] : Array.Empty<string>()]));

    private readonly ToolFolder _folder = new ToolFolder().WithRecord("0001-values", "status: accepted\nrules:\n" + string.Concat(
        _keys.SelectMany(key => _values.Select(value => $"  - {{ configuration: \"{key}\", forbid: {value} }}\n"))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_finds_what_a_host_reads() =>
        Law.Check(_deployments, 500, deployment =>
        {
            var (read, found) = (deployment.ReadByHost(_folder), deployment.Found(_folder));
            Assert.True(read == found, $"A host reads {read}; found is {found}.\n{deployment}");
        });

    [Fact]
    public void A_process_of_its_own_reads_the_same() => Law.Check(_deployments, 10, deployment =>
    {
        var (read, found) = (deployment.ReadByProcess(_folder), deployment.Found(_folder));
        Assert.True(read == found, $"A process reads {read}; found is {found}.\n{deployment}");
    });

    private static Gen<T> Any<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    /// <summary>Makes of this program a host that says what it reads, for a test that starts it.</summary>
    internal static class PrintingHost
    {
        /// <summary>The variable with the folder of its files. Without it, this program runs tests.</summary>
        public const string Variable = "DP_LAW_FOLDER";

        [ModuleInitializer]
        internal static void Print()
        {
            if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return;
            var (environment, settings) = Deployment.ReadBy(folder, Environment.GetCommandLineArgs()[1..]);
            Console.Out.Write($"{environment}\n{settings}\n");
            Console.Out.Flush();
            Environment.Exit(0);
        }
    }

    private sealed record Deployment(
        (string Key, string? Value)[] All, Dictionary<string, (string Key, string? Value)[]> Own, (string Name, string Value)[] Variables, string[] Arguments)
    {
        // What a name is given last.
        private Dictionary<string, string> Set => Variables.GroupBy(variable => variable.Name).ToDictionary(same => same.Key, same => same.Last().Value);

        /// <summary>What a real host has of the keys. Writes the files of the deployment.</summary>
        public string ReadByHost(ToolFolder folder)
        {
            WriteFiles(folder);
            foreach (var (name, value) in Set) Environment.SetEnvironmentVariable(name, value);
            try
            {
                return ReadBy(folder, Arguments);
            }
            finally
            {
                foreach (var name in Set.Keys) Environment.SetEnvironmentVariable(name, null);
            }
        }

        /// <summary>What a host in a process of its own has of the keys. Writes the files of the deployment.</summary>
        public string ReadByProcess(ToolFolder folder)
        {
            WriteFiles(folder);
            var program = Path.Combine(AppContext.BaseDirectory, "DecisionPolicies.Tool.Tests");
            var start = new ProcessStartInfo(program, Arguments) { RedirectStandardOutput = true };
            start.Environment[PrintingHost.Variable] = folder.Path;
            foreach (var (name, value) in Set) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var lines = process.StandardOutput.ReadToEnd().Split('\n');
            process.WaitForExit();
            folder.With("environment", lines[0]);
            return lines[1];
        }

        /// <summary>What a host in this process has of the keys, and its environment in a file.</summary>
        public static string ReadBy(ToolFolder folder, string[] arguments)
        {
            var (environment, settings) = ReadBy(folder.Path, arguments);
            folder.With("environment", environment);
            return settings;
        }

        /// <summary>What a host in this process has of the keys, and its environment.</summary>
        public static (string Environment, string Settings) ReadBy(string folder, string[] arguments)
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, Args = arguments });
            using var configuration = (IDisposable)builder.Configuration;
            return (builder.Environment.EnvironmentName, Shown(_keys.Select(key => (key, builder.Configuration[key]))));
        }

        private void WriteFiles(ToolFolder folder)
        {
            Write(folder, "appsettings.json", All);
            foreach (var (environment, settings) in Own) Write(folder, $"appsettings.{environment}.json", settings);
        }

        /// <summary>What the command finds, given the files of that environment and what the process is started with.</summary>
        public string Found(ToolFolder folder)
        {
            var environment = folder.Read("environment");
            folder.With("compose.yaml", $$"""
                services:
                  other: { environment: { DpLawA: v1, DpLawB__C: v2 } }
                  gateway:
                    entrypoint: [ dotnet, gateway.dll ]
                    command: [ {{string.Join(", ", Arguments.Select(Quoted))}} ]
                    environment: { {{string.Join(", ", Set.Select(variable => $"{variable.Key}: {Quoted(variable.Value)}"))}} }
                """);
            var run = folder.Run("check", "-f", "json", "--layer", "appsettings.json", $"appsettings.{environment}.json", "compose.yaml#gateway");
            Assert.True(run.Exit < 2 && !run.Output.Contains("\"unreadable\",", StringComparison.Ordinal), run.Output + run.Error);
            using var report = JsonDocument.Parse(run.Output);
            return Shown(report.RootElement.GetProperty("results").EnumerateArray()
                .Select(result => (result.GetProperty("key").GetString()!, result.GetProperty("value").GetString())));
        }

        public override string ToString() =>
            string.Join(' ', [InJson(All), .. Own.Select(own => $"{own.Key}: {InJson(own.Value)}"), .. Set.Select(set => $"{set}"), .. Arguments]);

        private static string Shown(IEnumerable<(string Key, string? Value)> settings) =>
            string.Join(", ", settings.Where(setting => !string.IsNullOrEmpty(setting.Value)).Select(setting => $"{setting.Key}={setting.Value}").Order());

        private static string Quoted(string text) => $"\"{text}\"";

        // A key of JSON is written once.
        private static void Write(ToolFolder folder, string name, (string Key, string? Value)[] settings) => folder.With(name, InJson(settings));

        private static string InJson((string Key, string? Value)[] settings)
        {
            var text = new StringBuilder("{");
            foreach (var (key, value) in settings.GroupBy(setting => setting.Key).Select(same => same.Last()))
            {
                if (text.Length > 1) text.Append(',');
                text.Append(JsonSerializer.Serialize(key)).Append(':').Append(JsonSerializer.Serialize(value));
            }
            return text.Append('}').ToString();
        }
    }
}
