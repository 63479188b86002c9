// Fuzzes what reads records and writes code from them.
//
//   dotnet run --project tests/Policy.Fuzz -- 20000 [seed]     that many inputs, then exit code 0, or 1 with the input that failed. The
//                                                              seed is 1, or the one that is given; 'new' takes another each time
//   afl-fuzz … dotnet Policy.Fuzz.dll @@                       with SharpFuzz's instrumentation, without end
using System.Globalization;
using DecisionPolicies.Fuzz;
using SharpFuzz;

if (args.Length == 0)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var reader = new StreamReader(stream);
        Target.Run(reader.ReadToEnd());
    });
    return 0;
}

var runs = int.Parse(args[0], CultureInfo.InvariantCulture);
var seed = args.Length < 2 ? 1 : args[1] == "new" ? Random.Shared.Next() : int.Parse(args[1], CultureInfo.InvariantCulture);
Console.WriteLine($"Seed {seed}.");
var mutations = new Mutations(seed);
for (var run = 1; run <= runs; run++)
{
    var input = mutations.Next();
    try
    {
        Target.Run(input);
    }
    catch (Exception failure)
    {
        Console.Error.WriteLine($"Input {run} of seed {seed} fails: {failure}\n--- the input:\n{input}");
        return 1;
    }
}
Console.WriteLine($"{runs} inputs of seed {seed}: no failure.");
return 0;
