namespace DecisionPolicies.Tool.Export;

/// <summary>An engine that rules are exported for.</summary>
internal interface IExportEngine
{
    /// <summary>What the command calls it, as in <c>rego</c>.</summary>
    string Name { get; }

    /// <summary>What it is, for help.</summary>
    string Description { get; }

    /// <summary>The file of an export that says on which day waivers count, by its path in the folder.</summary>
    string DatedFile { get; }

    /// <summary>Why a rule cannot be exported for this engine, although its form can be; null if it can.</summary>
    /// <param name="rule">The rule.</param>
    NotExported? FaultOf(ExportedRule rule);

    /// <summary>The files of an export.</summary>
    /// <param name="export">The decisions.</param>
    /// <param name="day">The day as of which waivers count; null if there are none.</param>
    IReadOnlyList<ExportedFile> FilesOf(ExportedDecisions export, DateOnly? day);

    /// <summary>The day as of which an earlier export counted waivers; null if it did not, or was not written by this command.</summary>
    /// <param name="text">The text of its <see cref="DatedFile"/>.</param>
    DateOnly? DayOf(string text);
}
