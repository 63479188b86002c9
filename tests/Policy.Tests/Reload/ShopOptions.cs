using System.ComponentModel.DataAnnotations;

namespace DecisionPolicies.Tests.Reload;

/// <summary>Options for tests.</summary>
internal sealed class ShopOptions
{
    [Range(1, 9)]
    public int Seats { get; set; } = 1;

    public bool Guests { get; set; }
}
