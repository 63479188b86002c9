using CsCheck;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>Checks what must hold for every input, for the same inputs in each run.</summary>
internal static class Law
{
    /// <summary>Checks that many inputs, each by a seed of its own.</summary>
    public static void Check<T>(Gen<T> inputs, int times, Action<T> assert)
    {
        for (var i = 0u; i < times; i++) inputs.Sample(assert, seed: new PCG(i, 20261126).ToString(), iter: 1, threads: 1);
    }
}
