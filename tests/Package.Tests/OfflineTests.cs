namespace Package.Tests;

/// <summary>What a machine needs besides the SDK.</summary>
public sealed class OfflineTests(PackedPackage package)
{
    [Fact]
    public async Task The_package_and_its_dependencies_are_all_that_a_build_restores()
    {
        var folder = new Consumers(package, "offline");
        // Only folders: the one with the package, and the packages that this machine has got already.
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="DecisionPolicies" value="{package.Source}" />
                <add key="machine" value="{Machine.PackageFolder}" />
              </packageSources>
              <auditSources>
                <clear />
              </auditSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        folder.Write("docs/adr/0001-use-one-queue.md", RecordText.Accepted("Use one queue"));
        folder.WriteProgram("Offline.csproj");

        var build = await Command.Run(
            folder.Folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = folder.PathOf("restored") }, "dotnet", "build");

        build.Succeeded();
        var restored = Directory.EnumerateDirectories(folder.PathOf("restored")).Select(f => Path.GetFileName(f)!).ToList();
        Assert.Contains("decisionpolicies", restored);
        Assert.All(restored.Except(["decisionpolicies"]), name => Assert.StartsWith("microsoft.extensions.", name));
        var list = await folder.Run("Offline.csproj");
        Assert.Equal("ADR-0001: Use one queue <docs/adr/0001-use-one-queue.md>", list.Succeeded().Output.Trim());
    }
}
