using System.CommandLine;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary><c>decisions check</c>: judges the configuration files of any deployment by the records.</summary>
internal static class CheckCommand
{
    public static Command Of(ToolContext context)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or patterns; '-' is standard input. Default: this folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var environment = new Option<string?>("--environment", "-e")
        {
            Description = "Judge as a host in this environment would. Default: every one that makes a difference.",
            HelpName = "NAME",
        };
        var layers = new Option<string[]>("--layer")
        {
            Description = "Merge these files in this order, as a host would, and judge the whole: what is missing there is missing. "
                + "Every word that follows is such a file, so PATHs stand before --layer, or after '--'.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var exclude = new Option<string[]>("--exclude") { Description = "Leave out what matches, as in '**/test/**'.", HelpName = "GLOB" };
        var format = FormatOption.OfFinding();
        var output = ReportTarget.CreateOption();
        var readAs = new Option<string?>("--as")
        {
            Description = "The format of the files, whatever their names. Default: by the name; of standard input, json.",
        };
        readAs.AcceptOneOf([.. ConfigurationFormats.Names]);
        var baseline = new Option<string?>("--baseline") { Description = "Accept the findings in this file; one more is new.", HelpName = "FILE" };
        var writeBaseline = new Option<string?>("--write-baseline") { Description = "Write what is found now to a baseline.", HelpName = "FILE" };

        var command = new Command("check", "Judge configuration files by the records.")
        {
            paths, environment, layers, exclude, format, output, readAs, baseline, writeBaseline, RecordLink.Option,
        };
        command.SetAction(call =>
        {
            var given = call.GetValue(paths) ?? [];
            var layered = call.GetValue(layers) ?? [];
            var input = new CheckInput(given.Length == 0 && layered.Length == 0 ? ["."] : given, layered, call.GetValue(exclude) ?? []);
            return new Checking(call.ReadLog(context), context)
            {
                Environment = call.GetValue(environment),
                Format = ConfigurationFormats.Named(call.GetValue(readAs)),
                LinkBase = call.GetValue(RecordLink.Option),
                Report = call.GetValue(format)!,
                Output = ReportTarget.Of(call, output, context),
                Baseline = call.GetValue(baseline) is { } known ? context.Absolute(known) : null,
                WriteBaseline = call.GetValue(writeBaseline) is { } written ? context.Absolute(written) : null,
            }.Run(input);
        });
        return command.WithExamples(
            "decisions check                                            # every configuration file below this folder",
            "decisions check deploy --environment Staging",
            "decisions check --layer appsettings.json secrets.json      # merged, as a host would",
            "kubectl get configmap gateway -o yaml | decisions check - --as yaml",
            "decisions check --format sarif --output decisions.sarif    # for code scanning",
            "decisions check --write-baseline known.json                # accept what is there, then",
            "decisions check --baseline known.json                      # find what is new");
    }
}
