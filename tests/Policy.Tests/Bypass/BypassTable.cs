namespace DecisionPolicies.Tests.Bypass;

/// <summary>Every way to set a forbidden value that .NET would bind. A new one that is found becomes a row.</summary>
internal static class BypassTable
{
    public static IReadOnlyList<Way> Rows { get; } =
    [
        .. Keys.Rows,
        .. Booleans.Rows,
        .. Texts.Rows,
        .. Numbers.Rows,
        .. TypedValues.Rows,
        .. Servers.Rows,
        .. Routes.Rows,
        .. JsonSettings.Rows,
        .. Nulls.Rows,
        .. IniSettings.Rows,
        .. XmlSettings.Rows,
        .. OtherFiles.Rows,
        .. EnvironmentVariables.Rows,
        .. CommandLines.Rows,
        .. SeveralSources.Rows,
        .. Hosts.Rows,
        .. AfterValidation.Rows,
        .. ByOptions.Rows,
        .. AtReload.Rows,
    ];
}
