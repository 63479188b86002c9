namespace Package.Tests;

/// <summary>A folder outside the repository, for projects that get the package from NuGet as its users do.</summary>
internal sealed class Consumers
{
    /// <summary>Prints every decision and where it can be read.</summary>
    public const string ListDecisions = """
        using Shop;

        foreach (var decision in Decisions.All)
            System.Console.WriteLine($"{decision} <{decision.Link}>");
        """;

    private readonly PackedPackage _package;

    public Consumers(PackedPackage package, string name)
    {
        _package = package;
        Folder = Directory.CreateDirectory(Path.Combine(package.Root, "consumers", name)).FullName;
    }

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Writes a program that uses the package; its namespace is <c>Shop</c>, whatever its name is.</summary>
    /// <param name="path">The project's file.</param>
    /// <param name="content">More of the project: property groups, item groups.</param>
    /// <param name="program">Its code.</param>
    /// <param name="isGoverned">Whether it refers to the package itself.</param>
    public void WriteProgram(string path, string content = "", string program = ListDecisions, bool isGoverned = true)
    {
        WriteProject(path, $"<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>{content}", isGoverned);
        Write(Path.Combine(Path.GetDirectoryName(path)!, "Program.cs"), program);
    }

    /// <summary>Writes a project that uses the package. A warning fails its build: a package must not cause any.</summary>
    /// <param name="path">The project's file.</param>
    /// <param name="content">More of the project.</param>
    /// <param name="isGoverned">Whether it refers to the package itself.</param>
    public void WriteProject(string path, string content, bool isGoverned = true) => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>Shop</RootNamespace>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            {(isGoverned ? $"<PackageReference Include=\"DecisionPolicies\" Version=\"{_package.Version}\" />" : "")}
          </ItemGroup>
          {content}
        </Project>
        """);

    /// <summary>Writes a web project whose namespace is <c>Shop</c>.</summary>
    /// <param name="path">The project's file.</param>
    /// <param name="properties">Properties.</param>
    /// <param name="items">Its items, without the package.</param>
    /// <param name="name">The package.</param>
    public void WriteWebProject(string path, string properties, string items, string name = "DecisionPolicies") => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>Shop</RootNamespace>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{name}" Version="{_package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Adds the package to a project that a template has written.</summary>
    /// <param name="path">The project's file.</param>
    public void AddPackage(string path) => Write(path, File.ReadAllText(PathOf(path)).Replace(
        "</Project>",
        $"  <ItemGroup>\n    <PackageReference Include=\"DecisionPolicies\" Version=\"{_package.Version}\" />\n  </ItemGroup>\n</Project>",
        StringComparison.Ordinal));

    /// <summary>Writes a solution of all projects written so far.</summary>
    public void WriteSolution() => Write("All.slnx", $"""
        <Solution>
        {string.Concat(Directory.EnumerateFiles(Folder, "*.??proj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(project => $"  <Project Path=\"{Path.GetRelativePath(Folder, project)}\" />\n"))}</Solution>
        """);

    /// <summary>Runs a command of the SDK in this folder.</summary>
    public Task<Outcome> Dotnet(params IEnumerable<string> arguments) => Command.Run(Folder, _package.Variables, "dotnet", arguments);

    /// <summary>Runs a command of the SDK in this folder, with more environment variables.</summary>
    public Task<Outcome> Dotnet(Dictionary<string, string> variables, params IEnumerable<string> arguments) => Command.Run(
        Folder, _package.Variables.Concat(variables).ToDictionary(variable => variable.Key, variable => variable.Value), "dotnet", arguments);

    /// <summary>Runs the program that a project builds, and waits for its end.</summary>
    public Task<Outcome> Run(string project, params IEnumerable<string> arguments)
    {
        var output = Path.Combine(Path.GetDirectoryName(PathOf(project))!, "bin", "Debug");
        var name = Path.GetFileNameWithoutExtension(project);
        // A program for another .NET brings its own.
        return Directory.Exists(Path.Combine(output, "net10.0"))
            ? Command.Run(Folder, new Dictionary<string, string>(), "dotnet", [Path.Combine(output, "net10.0", name + ".dll"), .. arguments])
            : Command.Run(Folder, new Dictionary<string, string>(), Path.Combine(output, "net8.0", name), arguments);
    }
}
