namespace DecisionPolicies.Tool.Packs;

/// <summary>The checksum of zip archives: CRC-32 as in ISO 3309, with the polynomial reversed.</summary>
internal static class Checksum
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] _table =
        [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (rest, _) => Next(rest)))];

    /// <summary>The checksum of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes) sum = _table[(byte)sum ^ each] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Next(uint rest) => (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ Polynomial;
}
