namespace DecisionPolicies.Tests.Reload;

/// <summary>A clock that does not move until it is set.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Far east", TimeSpan.FromHours(13), null, null);

    public override DateTimeOffset GetUtcNow() => Now;
}
