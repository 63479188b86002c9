namespace DecisionPolicies.Tool.Reports;

/// <summary>Colours of a terminal (ECMA-48, SGR).</summary>
internal static class Ansi
{
    public const string Reset = "\u001b[0m";
    public const string Bold = "\u001b[1m";
    public const string Dim = "\u001b[2m";
    public const string Red = "\u001b[1;31m";
    public const string Green = "\u001b[1;32m";
    public const string Yellow = "\u001b[1;33m";
    public const string Blue = "\u001b[34m";
    public const string Cyan = "\u001b[1;36m";
}
