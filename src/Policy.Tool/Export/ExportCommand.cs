using System.CommandLine;
using DecisionPolicies.Tool.Completion;
using DecisionPolicies.Tool.Export.Rego;
using DecisionPolicies.Tool.Export.Vap;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Export;

/// <summary><c>decisions export</c>: writes the rules about configuration for an engine that a fleet already runs.</summary>
internal static class ExportCommand
{
    private static readonly IExportEngine[] _engines = [new RegoBundle(), new AdmissionPolicies()];

    public static Command Of(ToolContext context)
    {
        var engine = new Argument<string>("ENGINE")
        {
            Description = string.Join("; ", _engines.Select(each => $"{each.Name}: {each.Description}")) + ".",
        };
        engine.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var odd }] && Named(odd) is null)
            {
                result.AddError($"'{odd}' is not an engine that rules can be exported for. Use {string.Join(" or ", _engines.Select(each => each.Name))}.");
            }
        });
        engine.WithCandidates((_, _, _) => [.. _engines.Select(each => new Candidate(each.Name, each.Description))]);
        var folder = new Option<string>("--out")
        {
            Description = "The folder for the export. It is created if necessary; other files in it stay.",
            HelpName = "FOLDER",
            Required = true,
        };
        var day = new Option<string?>("--as-of")
        {
            Description = "The day on which waivers count where the input does not name one. Default: today.",
            HelpName = "DATE",
        };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail if the export is not up to date, or a waiver in it has expired." };
        var without = new Option<string[]>("--without")
        {
            Description = "Leave out a rule that cannot be exported, as in 'ADR-0001:35': the record and the line. The export names it.",
            HelpName = "RULE",
            AllowMultipleArgumentsPerToken = true,
        };
        var stricter = new Option<bool>("--allow-stricter")
        {
            Description = "Export a rule that requires a URL, a date or the like as one that requires it exactly as the record writes it.",
        };
        var command = new Command("export", "Write the rules about configuration for another engine, exactly or not at all.")
        {
            engine, folder, day, check, without, stricter, RecordLink.Option,
        };
        command.SetAction(call =>
        {
            var given = call.GetValue(folder)!;
            var output = new ExportFolder(Path.TrimEndingDirectorySeparator(context.Absolute(given)), given);
            var asOf = call.GetValue(day) is { } text ? NamedDay.Of(text) : (DateOnly?)null;
            var log = call.ReadLog(context);
            output.KeepOutOf(log.Folder);
            return new Exporting(log, output, context)
            {
                Engine = Named(call.GetValue(engine)!)!,
                AsOf = asOf,
                Checks = call.GetValue(check),
                Without = call.GetValue(without) ?? [],
                AllowsStricter = call.GetValue(stricter),
                LinkBase = call.GetValue(RecordLink.Option),
            }.Run();
        });
        return command.WithExamples(
            "decisions export rego --out policy",
            "decisions export rego --out policy --check                  # for continuous integration",
            "decisions export rego --out policy --without ADR-0001:35    # which cannot be exported",
            "decisions export vap --out policy");
    }

    private static IExportEngine? Named(string name) => Array.Find(_engines, engine => engine.Name == name);
}
