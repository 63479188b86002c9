namespace DecisionPolicies.Tool.Site;

/// <summary>The faults in records with their places.</summary>
internal static class RecordFaults
{
    public static void Write(Html html, IEnumerable<FaultInFile> faults)
    {
        html.Open("ul");
        foreach (var (path, fault) in faults)
        {
            html.Open("li").Element("code", $"{path}({fault.Place.Line},{fault.Place.Column})").Text($" {fault.Kind.Id}: {fault.Message}").Close();
        }
        html.Close();
    }
}
