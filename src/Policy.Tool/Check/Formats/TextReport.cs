using System.Globalization;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>
/// The report for people: each finding with its line and a caret; then the decision, the reason, what to do instead, and where to read
/// it. A decision is explained once.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="colour">Whether to colour it.</param>
internal sealed class TextReport(TextWriter output, bool colour) : ICheckReport
{
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Add(CheckResult result)
    {
        if (result is Broken broken) Add(broken);
        else if (result is Unreadable unreadable)
        {
            WriteHead(Severity.Error, "unreadable", unreadable.Message);
            WritePlace(unreadable.Path, unreadable.Place, 1, null);
        }
        output.WriteLine();
    }

    /// <inheritdoc/>
    public string? End(CheckSummary summary)
    {
        output.WriteLine(DisplayText.Neutralise(summary.ToString()));
        foreach (var line in summary.NotJudged.Lines()) output.WriteLine(DisplayText.Neutralise(line));
        return null;
    }

    private void Add(Broken broken)
    {
        var (decision, verdict) = (broken.Decision, broken.Setting.Verdict);
        var margin = broken.Place.Line.ToString(CultureInfo.InvariantCulture).Length;
        WriteHead(broken.Severity, decision.Citation(), broken.Setting.Finding.Clause(broken.Setting.Environments));
        WritePlace(broken.Path, broken.Place, margin, broken.Part?.Text);
        if (broken.Line is { } line) WriteLine(line, broken, margin);
        if (broken.Setting.IsDefault) WriteTerm(margin, "default", Broken.DefaultOf);
        WriteTerm(margin, "decision", $"{decision.Title} ({decision.StatusInWords()})");
        if (verdict is { Consequence: Consequence.Waived, Waiver: { } waiver }) WriteTerm(margin, "waived", waiver.HoldsUntil());
        else if (verdict.WhyNotWaived is { } why) WriteTerm(margin, "waiver", why);
        if (!_explained.Add(decision.Id))
        {
            WriteTerm(margin, "read", decision.Link);
            return;
        }
        if (decision.Because is { } because) WriteTerm(margin, "because", because);
        foreach (var instead in decision.Instead) WriteTerm(margin, "instead", instead);
        foreach (var allowed in decision.Allows) WriteTerm(margin, "allowed", allowed);
        WriteTerm(margin, "read", decision.Link);
        WriteTerm(margin, "change", decision.HowToChange());
    }

    private void WriteHead(Severity severity, string id, string what)
    {
        var code = severity switch
        {
            Severity.Error => Ansi.Red,
            Severity.Warning => Ansi.Yellow,
            _ => Ansi.Cyan,
        };
        output.WriteLine($"{Paint($"{severity.Word()}[{DisplayText.Neutralise(id)}]", code)}{Paint($": {DisplayText.Neutralise(what)}", Ansi.Bold)}");
    }

    private void WritePlace(string path, Place place, int margin, string? part) => output.WriteLine(
        $"{new string(' ', margin)}{Paint("-->", Ansi.Blue)} "
            + $"{DisplayText.Neutralise(path)}:{place.Line}:{place.Column}{(part is null ? "" : $" ({DisplayText.Neutralise(part)})")}");

    private void WriteLine(SourceLine line, Broken broken, int margin)
    {
        var bar = Paint("|", Ansi.Blue);
        var space = new string(' ', margin);
        var because = broken.Setting.Finding.Rule.Because is { } rule ? " " + DisplayText.Neutralise(rule) : "";
        output.WriteLine($"{space} {bar}");
        output.WriteLine($"{Paint(broken.Place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(margin), Ansi.Blue)} {bar} {line.Text}");
        output.WriteLine($"{space} {bar} {new string(' ', line.Start)}{Paint(new string('^', line.Length) + because, Ansi.Red)}");
        output.WriteLine($"{space} {bar}");
    }

    private void WriteTerm(int margin, string term, string text) =>
        output.WriteLine($"{new string(' ', margin)} {Paint("=", Ansi.Blue)} {Paint(term + ":", Ansi.Bold)} {DisplayText.Neutralise(text)}");

    private string Paint(string text, string code) => colour ? code + text + Ansi.Reset : text;
}
