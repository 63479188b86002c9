using System.CommandLine;
using DecisionPolicies.Tool.Packs;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.MakePack;

/// <summary><c>decisions pack</c>: makes a decision pack of the records, without a project.</summary>
internal static class PackCommand
{
    public static Command Of(ToolContext context)
    {
        var id = new Option<string>("--id") { Description = "The id of the package, as in Contoso.Decisions.", HelpName = "ID", Required = true };
        var version = new Option<string>("--version") { Description = "The version of the package, as in 1.2.0.", HelpName = "VERSION", Required = true };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the package. It is created if necessary.", HelpName = "FOLDER", Required = true,
        };
        const string Description = "Make a decision pack of the records: a package for NuGet that governs every project that refers to it.";
        var command = new Command("pack", Description) { id, version, output, RecordLink.Option };
        command.SetAction(call =>
        {
            var log = call.ReadOwnLog(context);
            log.RequireRecords(context);
            var links = RecordLink.Of(call.GetValue(RecordLink.Option), log);
            var pack = PackOf(call.GetValue(id)!, call.GetValue(version)!);
            var manifest = new PackManifest(pack, PackManifest.ClassOf(pack.Id), links.Base ?? "", EngineVersion.Text);
            RequireWhole(log, context);
            Write(new PackContent(log, manifest, links), call.GetValue(output)!, context);
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions pack --id Contoso.Decisions --version 1.2.0 --out artifacts",
            "decisions pack --id Contoso.Decisions --version 1.2.0 --out artifacts --records docs/adr --link-base https://example.org/decisions/blob/HEAD");
    }

    private static DecisionPack PackOf(string id, string version)
    {
        if (!PackageName.IsId(id))
        {
            throw new ToolException($"'{id}' is not an id of a package. Use letters, digits, '.', '-' and '_', as in 'Contoso.Decisions'.");
        }
        if (!PackageName.IsVersion(version))
        {
            throw new ToolException($"'{version}' is not a version of a package. Write three numbers, and a label if you need one, as in '1.2.0' or "
                + "'1.3.0-beta.1'.");
        }
        if (Identity.FaultOf(PackManifest.ClassOf(id)) is not null)
        {
            throw new ToolException($"The class of the pack would be named '{PackManifest.ClassOf(id)}' after the id '{id}', which is not possible. "
                + "Choose another id.");
        }
        // NuGet does not distinguish versions by what follows '+'.
        return new(id, version.Split('+')[0]);
    }

    // A pack is enforced as a whole or not at all.
    private static void RequireWhole(DecisionLog log, ToolContext context)
    {
        var errors = log.Faults.Where(found => found.Fault.Severity == Severity.Error).ToList();
        foreach (var error in errors) context.Error.WriteLine(UnreadableFiles.InWords(error));
        if (errors.Count > 0) throw new ToolException("The package was not written: there is an error in a record. Run 'decisions lint' for details.");
    }

    private static void Write(PackContent content, string folder, ToolContext context)
    {
        var path = Path.Combine(context.Absolute(folder), content.FileName);
        try
        {
            Directory.CreateDirectory(context.Absolute(folder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The folder '{folder}' cannot be created: {exception.Message}");
        }
        WholeFile.Write(path, PackageWriter.Write(content.Files()), context.Shown(path));
        context.Output.WriteLine(DisplayText.Neutralise(context.Shown(path)));
    }
}
