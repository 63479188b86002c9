namespace DecisionPolicies.Tests.Bypass;

/// <summary>One way to set a forbidden value: a row of the bypass suite.</summary>
/// <param name="Name">The way, in words.</param>
internal abstract record Way(string Name)
{
    /// <summary>Shows that .NET binds the forbidden value, and that it is rejected all the same.</summary>
    public abstract Task IsRejected();
}
