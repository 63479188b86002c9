namespace DecisionPolicies;

/// <summary>
/// The generation of an OpenAPI document during a build (Microsoft.Extensions.ApiDescription.Server). It runs the program where nobody has
/// configured it, so that nothing is missing there; what is set is judged.
/// </summary>
internal static class OpenApiGeneration
{
    /// <summary>Whether this process generates an OpenAPI document.</summary>
    public static bool IsRunning { get; } = AppDomain.CurrentDomain.FriendlyName == "GetDocument.Insider";
}
