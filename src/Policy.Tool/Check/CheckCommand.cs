using System.CommandLine;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary><c>decisions check</c>: checks the configuration files of any deployment against the records.</summary>
internal static class CheckCommand
{
    public static Command Of(ToolContext context)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or patterns; '-' is standard input. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var environment = new Option<string?>("--environment", "-e")
        {
            Description = "Check what a host in this environment would load. Default: every environment that makes a difference.",
            HelpName = "NAME",
        };
        var layers = new Option<string[]>("--layer")
        {
            Description = "Merge these files in this order, as a host would, and check the result: a setting that none of them has is missing. "
                + "Every word after --layer is such a file, so put PATH before --layer, or after '--'.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var exclude = new Option<string[]>("--exclude") { Description = "Leave out files and folders that match, as in '**/test/**'.", HelpName = "GLOB" };
        var readsIgnored = new Option<bool>("--no-ignore") { Description = "Check the files in folders that git ignores, too." };
        var changed = new Option<string?>("--changed")
        {
            Description = "Check only the files that differ from HEAD, or that were changed since this branch left REF, and the files that are merged "
                + "with them or refer to them. Write REF right after '=': a word that follows is a PATH.",
            HelpName = "REF",
        };
        changed.AcceptNoValue(GitWorktree.Head);
        var staged = new Option<bool>("--staged") { Description = "Check only the files that are staged, as they would be committed." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if something was not judged, such as a file of a format that is not read." };
        var format = FormatOption.OfFinding();
        var output = ReportTarget.CreateOption();
        var readAs = new Option<string?>("--as")
        {
            Description = "The format of the files, whatever their names. Default: by name; json for standard input.",
        };
        readAs.AcceptOneOf([.. ConfigurationFormats.Names]);
        var baseline = new Option<string?>("--baseline") { Description = "Accept the violations in this file, and report only new ones.", HelpName = "FILE" };
        var writeBaseline = new Option<string?>("--write-baseline") { Description = "Write the current violations to a baseline.", HelpName = "FILE" };

        var command = new Command("check", "Check configuration files against the records.")
        {
            paths, environment, layers, exclude, readsIgnored, changed, staged, strict, format, output, readAs, baseline, writeBaseline,
            RecordsOption.Reference, RecordLink.Option,
        };
        command.SetAction(call =>
        {
            var given = call.GetValue(paths) ?? [];
            var layered = call.GetValue(layers) ?? [];
            var input = new CheckInput(given.Length == 0 && layered.Length == 0 ? ["."] : given, layered, call.GetValue(exclude) ?? [])
            {
                ReadsIgnored = call.GetValue(readsIgnored),
            };
            input = Limited(input, call.GetValue(changed), call.GetValue(staged), context);
            if (input.Changed is not null && call.GetValue(writeBaseline) is not null)
            {
                throw new ToolException("--write-baseline accepts all current violations, so it cannot be used with --changed or --staged.");
            }
            return new Checking(call.ReadCommittedLog(context), context)
            {
                Environment = call.GetValue(environment),
                Format = ConfigurationFormats.Named(call.GetValue(readAs)),
                LinkBase = call.GetValue(RecordLink.Option),
                Report = call.GetValue(format)!,
                Output = ReportTarget.Of(call, output, context),
                Baseline = call.GetValue(baseline) is { } known ? context.Absolute(known) : null,
                WriteBaseline = call.GetValue(writeBaseline) is { } written ? context.Absolute(written) : null,
                IsStrict = call.GetValue(strict),
            }.Run(input);
        });
        return command.WithExamples(
            "decisions check                                            # every configuration file below this folder",
            "decisions check deploy --environment Staging",
            "decisions check --layer appsettings.json secrets.json      # merged, as a host would",
            "kubectl get configmap gateway -o yaml | decisions check - --as yaml",
            "decisions check --changed=main                             # for a pull request",
            "decisions check --records-ref origin/main                  # by the records of the branch that it goes to",
            "decisions check --format sarif --output decisions.sarif    # for code scanning",
            "decisions check --write-baseline known.json                # accept what exists, then",
            "decisions check --baseline known.json                      # report only what is new");
    }

    private static CheckInput Limited(CheckInput input, string? since, bool isStaged, ToolContext context)
    {
        if (since is not null && isStaged) throw new ToolException("--changed and --staged choose different files. Use one of them.");
        if (since is not null) return input with { Changed = ChangedFiles.Since(since, [.. input.Paths, .. input.Layers], context) };
        if (!isStaged) return input;
        var staged = StagedFiles.Of(input.Paths, input.Layers, context);
        return input with { Changed = staged.Changed, Staged = staged };
    }
}
