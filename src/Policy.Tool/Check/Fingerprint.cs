using System.Security.Cryptography;
using System.Text;

namespace DecisionPolicies.Tool.Check;

/// <summary>Tells findings from one another across runs.</summary>
internal static class Fingerprint
{
    private const int Length = 32;

    /// <summary>
    /// The fingerprint of a finding: the record, the rule and what it asks, the file and the part of it, the key and what stands there.
    /// A value that no record names is not in it, not even as a hash: it may be a secret that can be guessed.
    /// </summary>
    /// <param name="broken">The finding.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(Broken broken)
    {
        var finding = broken.Setting.Finding;
        var text = string.Join('\n', broken.Setting.Record.Decision.Id, finding.Rule.Subject, finding.Demand, broken.Path, broken.Part, finding.Key.ToUpperInvariant(), finding.Fact[finding.Key.Length..]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }
}
