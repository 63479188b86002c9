using System.Reflection;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Generator.Tests;

/// <summary>
/// Compares generated sources with files beside the test, by the file convention of Verify.SourceGenerators, so that
/// that library can replace this class. Set ACCEPT_SNAPSHOTS=1 to accept what was generated.
/// </summary>
internal static class Snapshot
{
    /// <summary>The folder of this project, which contains the snapshots.</summary>
    public static string Folder { get; } = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>Whether what was generated is to be accepted.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Every snapshot in the source, as type and method.</summary>
    public static IEnumerable<(string File, string Type, string Method)> Files =>
        from file in Directory.EnumerateFiles(Folder, "*.verified.cs", SearchOption.AllDirectories)
        let test = Path.GetFileName(file).Split('#')[0].Split('.')
        select (Path.GetFileName(file), test[0], test[1]);

    /// <summary>Verifies every source that a build generated. It must compile without a warning, and a second run must do nothing.</summary>
    public static void Verify(Project project, [CallerFilePath] string type = "", [CallerMemberName] string method = "")
    {
        var build = project.Build();
        Assert.Empty(build.Messages);
        Assert.Equal(0, project.Build().SourcesWritten);

        var test = $"{Path.GetFileNameWithoutExtension(type)}.{method}";
        var folder = Path.Combine(Folder, FolderOf(type));
        var expected = Directory.EnumerateFiles(folder, $"{test}#*.verified.cs").Select(file => Path.GetFileName(file)!).ToHashSet();
        var differences = new List<string>();
        foreach (var source in build.Run.GeneratedSources)
        {
            var hint = source.HintName[..^".cs".Length];
            var name = $"{test}#{hint}.verified.cs";
            expected.Remove(name);
            Compare(folder, name, $"//HintName: {source.HintName}\n{source.SourceText}", differences);
        }
        differences.AddRange(expected.Select(orphan => $"{orphan}: nothing generates this any more; delete it."));
        if (differences.Count > 0) Assert.Fail(string.Join('\n', differences));
    }

    // A path may be mapped, but a test is in the project's folder or in one below it.
    private static string FolderOf(string test)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(test)!);
        return Directory.Exists(Path.Combine(Folder, folder)) ? folder : "";
    }

    private static void Compare(string folder, string name, string generated, List<string> differences)
    {
        var verified = Path.Combine(folder, name);
        var received = verified.Replace(".verified.", ".received.");
        if (Accepts) File.WriteAllText(verified, generated);
        var approved = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (approved == generated)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, generated);
        differences.Add($"{name}: {FirstDifference(approved, generated)}");
    }

    private static string FirstDifference(string approved, string generated)
    {
        var (was, now) = (approved.Split('\n'), generated.Split('\n'));
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n- {was.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
