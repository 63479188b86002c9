using System.Globalization;

namespace Package.Tests;

/// <summary>Decision packs, and projects that refer to them, as a platform team and its service teams write them.</summary>
public sealed class DecisionPacks(PackedPackage package) : IAsyncLifetime
{
    /// <summary>The version in which the decisions are proposed.</summary>
    public const string Proposed = "1.0.0";

    /// <summary>The version in which they are accepted.</summary>
    public const string Accepted = "1.1.0";

    private const string Breach = "namespace Shop { public class Code { object o = new System.Collections.Queue(); } }";
    private const string Violation = """{ "Checkout": { "Guests": true } }""";

    /// <summary>The folder with the packages.</summary>
    public string Source => package.Source;

    public BuiltConsumers Built { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static async Task Write(Consumers folder, PackedPackage package)
    {
        await WritePacks(folder, package);
        Service("PackKept", Accepted);
        Service("PackBroken", Accepted, settings: Violation, code: Breach);
        Service("PackProposed", Proposed, settings: Violation);
        Service("PackWaived", Accepted, settings: Violation, waiver: Waiver("ADR-0001", "Checkout:Guests", 0, 80));
        Service("PackWasWaived", Accepted, waiver: Waiver("ADR-0001", "Checkout:Guests", -60, -1));
        Service("PackToBeWaived", Accepted, waiver: Waiver("ADR-0001", "Checkout:Guests", 5, 9));
        Service("PackWaivedTooLong", Accepted, settings: Violation, waiver: Waiver("ADR-0001", "Checkout:Guests", 0, 91));
        Service("PackNotWaivable", Accepted, code: Breach, waiver: Waiver("ADR-0002", "T:System.Collections.Queue", 0, 1));
        Project("PackBelow", "<ProjectReference Include=\"../PackKept/PackKept.csproj\" />", code: Breach);
        Project("PackByPack", "<PackageReference Include=\"Fabrikam.Web.Adr\" Version=\"2.0.0\" />", settings: Violation);
        Project("PackTooNew", "<PackageReference Include=\"Modern.Decisions\" Version=\"1.0.0\" />", framework: "net8.0");
        Project("PackCentral", "", settings: Violation);
        folder.Write("PackCentral/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="Contoso.Decisions" Version="{Accepted}" /></ItemGroup>
            </Project>
            """);
        var pack = "<ProjectReference Include=\"../packs/accepted/Accepted.csproj\" />";
        Project("PackByProject", $"{pack}<PackageReference Include=\"DecisionPolicies\" Version=\"{package.Version}\" />", settings: Violation);
        Project("PackByProjectAlone", pack);

        void Service(string name, string version, string settings = "{ }", string code = "", string? waiver = null)
        {
            folder.Write($"{name}/appsettings.json", settings);
            if (waiver is not null) folder.Write($"{name}/docs/adr/0001-our-own.md", waiver);
            folder.WriteProgram(
                $"{name}/{name}.csproj",
                $"<ItemGroup><PackageReference Include=\"Contoso.Decisions\" Version=\"{version}\" /></ItemGroup>{ConsoleHost.Package}",
                ConsoleHost.Program,
                isGoverned: false);
            folder.Write($"{name}/.git/HEAD", "ref: refs/heads/main\n");
            folder.Write($"{name}/Code.cs", code);
        }

        void Project(string name, string items, string framework = "net10.0", string settings = "{ }", string code = "")
        {
            folder.Write($"{name}/appsettings.json", settings);
            folder.Write($"{name}/Code.cs", code);
            folder.Write($"{name}/{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>{framework}</TargetFramework></PropertyGroup>
                  <ItemGroup>{items}</ItemGroup>
                </Project>
                """);
        }
    }

    // In days from today.
    private static string Waiver(string id, string rule, int from, int until) => $$"""
        ---
        status: accepted
        waivers:
          - { decision: Contoso.Decisions/{{id}}, rule: "{{rule}}", from: {{Day(from)}}, until: {{Day(until)}}, because: One client migrates. }
        ---
        # Keep the old app
        """;

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task WritePacks(Consumers folder, PackedPackage package)
    {
        Pack("Proposed", "Contoso.Decisions", Proposed, "proposed");
        Pack("Accepted", "Contoso.Decisions", Accepted, "accepted");
        Pack("Modern", "Modern.Decisions", "1.0.0", "accepted", "net10.0");
        folder.Write("packs/All.slnx", """
            <Solution>
              <Project Path="proposed/Proposed.csproj" />
              <Project Path="accepted/Accepted.csproj" />
              <Project Path="modern/Modern.csproj" />
            </Solution>
            """);
        (await folder.Dotnet("pack", "packs/All.slnx", "-o", package.Source)).Succeeded();
        // It refers to the other one.
        folder.Write("packs/web/docs/adr/0001-no-cookies.md", RecordText.Accepted("No cookies"));
        folder.Write("packs/web/Web.csproj", Project("Fabrikam.Web.Adr", "net8.0", "2.0.0", Reference("Contoso.Decisions", Accepted)));
        (await folder.Dotnet("pack", "packs/web", "-o", package.Source)).Succeeded();
        // It is built with the others, and not packed again.
        Directory.Delete(folder.PathOf("packs/web"), recursive: true);
        Directory.Delete(folder.PathOf("packs/proposed"), recursive: true);
        Directory.Delete(folder.PathOf("packs/modern"), recursive: true);

        void Pack(string name, string id, string version, string status, string framework = "net8.0")
        {
            var path = $"packs/{name.ToLowerInvariant()}";
            folder.Write($"{path}/.git/HEAD", "ref: refs/heads/main\n");
            folder.Write($"{path}/{name}.csproj", Project(id, framework, version, Reference("DecisionPolicies", package.Version)));
            folder.Write($"{path}/docs/adr/0001-no-guest-checkout.md", $$"""
                ---
                status: {{status}}
                date: 2026-11-23
                because: Orders without an account cannot be returned.
                rules:
                  - { configuration: Checkout:Guests, forbid: true, waivable: { for-at-most: 90d } }
                ---
                # No guest checkout
                """);
            folder.Write($"{path}/docs/adr/code/0002-no-queue.md", $"""
                ---
                status: {status}
                rules:
                  - symbol: T:System.Collections.Queue
                ---
                # No queue | and no list

                ![A queue](img/queue.png)
                """);
            folder.Write($"{path}/docs/adr/code/img/queue.png", "A picture.");
        }

        static string Reference(string id, string version) => $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";

        static string Project(string id, string framework, string version, string items) => $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <IsDecisionPack>true</IsDecisionPack>
                <PackageId>{id}</PackageId>
                <Version>{version}</Version>
                <RepositoryUrl>https://github.com/contoso/decisions</RepositoryUrl>
                <!-- A version of DecisionPolicies that is only built here is a prerelease. -->
                <NoWarn>NU5104</NoWarn>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """;
    }
}
