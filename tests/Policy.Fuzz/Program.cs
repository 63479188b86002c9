// Fuzzes what reads the texts of others.
//
//   dotnet run --project tests/Policy.Fuzz -- 20000 [seed] [target]   that many inputs, in turn for each target or for one of them, then exit
//                                                                     code 0, or 1 with the input that failed. The seed is 1, or the one
//                                                                     that is given; 'new' takes another each time
//   afl-fuzz … dotnet Policy.Fuzz.dll @@                              with SharpFuzz's instrumentation, without end: the target records
using System.Diagnostics;
using System.Globalization;
using DecisionPolicies.Fuzz;
using SharpFuzz;

// No input of a few kilobytes takes longer, on any machine. It is a hang that is looked for, not a slow moment.
var patience = TimeSpan.FromSeconds(20);

if (args.Length == 0)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var reader = new StreamReader(stream);
        RecordTarget.Instance.Run("0001-fuzzed.md", reader.ReadToEnd());
    });
    return 0;
}

var runs = int.Parse(args[0], CultureInfo.InvariantCulture);
var seed = args.Length < 2 ? 1 : args[1] == "new" ? Random.Shared.Next() : (int)(long.Parse(args[1], CultureInfo.InvariantCulture) % int.MaxValue);
var targets = FuzzTarget.All.Where(target => args.Length < 3 || target.Name == args[2]).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine($"'{args[2]}' is not a target. The targets are: {string.Join(", ", FuzzTarget.All.Select(target => target.Name))}.");
    return 2;
}
Console.WriteLine($"Seed {seed}.");
var mutations = targets.ConvertAll(target => new Mutations(target, seed));
for (var run = 0; run < runs; run++)
{
    var target = targets[run % targets.Count];
    var (file, text) = mutations[run % targets.Count].Next();
    var watch = Stopwatch.StartNew();
    try
    {
        target.Run(file, text);
    }
    catch (Exception failure)
    {
        Console.Error.WriteLine($"Input {run + 1} of seed {seed} fails ({target.Name}, {file}): {failure}\n--- the input:\n{text}");
        return 1;
    }
    if (watch.Elapsed < patience) continue;
    Console.Error.WriteLine($"Input {run + 1} of seed {seed} takes {watch.Elapsed.TotalSeconds:0} seconds ({target.Name}, {file}).\n--- the input:\n{text}");
    return 1;
}
foreach (var (target, index) in targets.Select((target, index) => (target, index)))
{
    Console.WriteLine($"{target.Name}: {(runs / targets.Count) + (index < runs % targets.Count ? 1 : 0)} inputs");
}
Console.WriteLine($"{runs} inputs of seed {seed}: no failure.");
return 0;
