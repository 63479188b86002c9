using System.CommandLine;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Check;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Export;

/// <summary><c>decisions flatten</c>: writes configuration files as the input of an export, each key as .NET reads it and each value as text.</summary>
internal static class FlattenCommand
{
    public static Command Of(ToolContext context)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files that a host would merge in this order; FILE#NAME is one of several processes or documents in a file.",
            Arity = ArgumentArity.OneOrMore,
        };
        var environment = new Option<string?>("--environment", "-e")
        {
            Description = "The host environment. Default: the one that a file declares, or Production.",
            HelpName = "NAME",
        };
        var complete = new Option<bool>("--complete") { Description = "The files are the whole configuration: a setting that none of them has is missing." };
        var day = new Option<string?>("--as-of") { Description = "The day on which waivers count. Default: that of the export.", HelpName = "DATE" };
        var readAs = new Option<string?>("--as") { Description = "The format of the files, whatever their names. Default: by name." };
        readAs.AcceptOneOf([.. ConfigurationFormats.Names]);
        var command = new Command("flatten", "Write configuration files, secrets included, as the input of an export.")
        {
            files, environment, complete, day, readAs,
        };
        command.SetAction(call =>
        {
            var asOf = call.GetValue(day) is { } text ? NamedDay.Of(text) : (DateOnly?)null;
            var group = GroupOf(call.GetValue(files)!, ConfigurationFormats.Named(call.GetValue(readAs)), context);
            var declared = group.Inputs.Select(input => input.Environment).FirstOrDefault(name => name is not null);
            Write(new(
                new SettingsLayers([.. group.Inputs.Select(input => new SettingsLayer(input.FilePath, input.File))]),
                call.GetValue(environment) ?? declared,
                call.GetValue(complete),
                asOf), context);
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions flatten appsettings.json appsettings.Production.json > input.json",
            "decisions flatten appsettings.json deploy.yaml#Deployment/gateway/app --complete > input.json");
    }

    private static JudgedGroup GroupOf(string[] files, ConfigurationFormat? format, ToolContext context)
    {
        var faults = new List<string>();
        var read = files.Select(file => Layer.Of(file, context))
            .Select(layer => (layer.Path, File: Read(layer, format, faults, context), layer.Process))
            .ToList();
        var groups = new List<JudgedGroup>();
        if (faults.Count == 0)
        {
            groups.AddRange(JudgedGroups.Layered(read, declares: true, (path, message) => faults.Add($"{context.Shown(path)}: {message}")));
        }
        if (faults.Count > 0)
        {
            foreach (var fault in faults) context.Error.WriteLine(DisplayText.Neutralise(fault));
            throw new ToolException("Nothing was flattened: a file cannot be read.");
        }
        if (groups.Count == 1) return groups[0];
        var names = read.SelectMany(file => JudgedGroups.NamesIn(file.File).Select(name => $"{context.Shown(file.Path)}#{name}"))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        throw new ToolException(groups.Count == 0
            ? "Nothing was flattened: the files do not set anything."
            : $"Nothing was flattened: the files are {groups.Count} configurations. Name one process or document of each file: {string.Join(", ", names)}.");
    }

    private static ConfigurationFile Read(Layer layer, ConfigurationFormat? given, List<string> faults, ToolContext context)
    {
        var shown = context.Shown(layer.Path);
        if ((given ?? ConfigurationFormats.Of(layer.Path)) is not { } format)
        {
            throw new ToolException($"{shown}: The file name does not say which format the file has. Name the format, as in '--as json'.");
        }
        if (!File.Exists(layer.Path)) throw new ToolException($"The file '{layer.Written}' does not exist.");
        if (!StoredFile.IsRegular(layer.Path)) throw new ToolException($"{shown}: This is not a regular file.");
        if (new FileInfo(layer.Path).Length > ConfigurationFile.LargestFile) throw new ToolException($"{shown}: {ConfigurationFile.TooLarge}");
        var file = ConfigurationFile.Read(layer.Path, format, File.ReadAllText(layer.Path), isForHost: true);
        faults.AddRange(file.Faults.Select(fault => $"{shown}({fault.Place.Line},{fault.Place.Column}): {fault.Message}"));
        return file;
    }

    private static void Write(FlatInput input, ToolContext context)
    {
        using var stream = new MemoryStream();
        input.Write(stream);
        context.Output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
