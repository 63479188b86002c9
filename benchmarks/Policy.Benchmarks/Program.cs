using DecisionPolicies.Benchmarks;
using DecisionPolicies.Benchmarks.Generator;
using DecisionPolicies.Benchmarks.Growth;
using DecisionPolicies.Benchmarks.Processes;
using DecisionPolicies.Benchmarks.Reload;
using DecisionPolicies.Benchmarks.Report;
using DecisionPolicies.Benchmarks.Start;

// Roles that need a new process each.
if (args is [StartedHost.Role, var way])
{
    StartedHost.Run(way);
    return 0;
}
if (args is [ColdRuns.Role, var peer])
{
    ColdRuns.Run(peer);
    return 0;
}
if (args is [TouchedConstant.Role, var assembly])
{
    TouchedConstant.Run(assembly);
    return 0;
}

// The order of the page.
Section[] sections =
[
    new GeneratorSection(),
    new StartSection(),
    new ReloadSection(),
    new ProcessSection(),
    new BuildSection(),
    new CommandLineSection(),
    new GrowthSection(),
    new ReliabilitySection(),
];

var isQuick = args.Contains("--quick");
var wanted = args.Where(arg => arg != "--quick").ToArray();
if (wanted.Except(sections.Select(section => section.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is not a part. The parts are: {string.Join(", ", sections.Select(section => section.Name))}. Without any, "
        + "all are measured. The pages docs/performance*.md are written, or the parts of them that were measured. '--quick' gives rough figures.");
    return 2;
}

var page = new Pages();
var isWhole = true;
foreach (var section in sections.Where(section => wanted.Length == 0 || wanted.Contains(section.Name)))
{
    page.Begin(section);
    try
    {
        section.Run(isQuick, page);
    }
    catch (InvalidOperationException failure)
    {
        // What the others have measured for minutes must not be lost.
        Console.Error.WriteLine(failure.Message);
        page.Text("**Could not be measured in this run.**");
        isWhole = false;
    }
}
var docs = Path.Combine(Machine.RepositoryRoot, "docs");
// Rough figures do not replace good ones.
var pages = wanted.Length == 0 || isQuick ? page.Whole(isQuick) : page.Updated(docs);
foreach (var (file, text) in pages.ToList())
{
    if (wanted.Length == 0 || (!isQuick && isWhole)) File.WriteAllText(Path.Combine(docs, file), text);
    Console.WriteLine(text);
}
return isWhole ? 0 : 1;
