using CsCheck;

namespace DecisionPolicies.Laws;

/// <summary>Checks what must hold for every input, with inputs that follow from <see cref="PropertySeed"/>.</summary>
internal static class Law
{
    // Of inputs that a law may pass over, so many must be left that it says something.
    private const int LeastShare = 10;

    /// <summary>Checks many inputs, each by a seed of its own: CsCheck goes on from one seed at random.</summary>
    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="times">How many.</param>
    /// <param name="assert">What must hold.</param>
    public static void Check<T>(Gen<T> inputs, int times, Action<T> assert)
    {
        for (var i = 0u; i < times; i++)
        {
            try
            {
                inputs.Sample(assert, seed: new PCG(i, (ulong)PropertySeed.Value).ToString(), iter: 1, threads: 1);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Input {i} fails. {PropertySeed.HowToRepeat}\n{failure}");
            }
        }
    }

    /// <summary>Checks many inputs, of which a law passes over some, but not most.</summary>
    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="times">How many.</param>
    /// <param name="asserted">Asserts what must hold, and returns true; false for an input that the law does not speak about.</param>
    public static void CheckWhere<T>(Gen<T> inputs, int times, Func<T, bool> asserted)
    {
        var counted = 0;
        Check(inputs, times, input =>
        {
            if (asserted(input)) counted++;
        });
        Assert.True(counted >= times / LeastShare, $"The law was checked for {counted} of {times} inputs, which says too little. {PropertySeed.HowToRepeat}");
    }
}
