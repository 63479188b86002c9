namespace DecisionPolicies.Rules.Tests;

/// <summary>What a condition sees of a key.</summary>
public sealed class SettingTests
{
    private static readonly InMemorySettings _settings = new() { { "Null", null }, { "Empty", " \t" }, { "Value", " x " } };

    [Theory]
    [InlineData("Absent", SettingState.Absent, "")]
    [InlineData("Null", SettingState.Null, "")]
    [InlineData("Empty", SettingState.Empty, "")]
    [InlineData("Value", SettingState.Value, " x ")]
    public void A_key_has_its_text_in_no_state_but_that_of_a_value(string key, SettingState state, string text)
    {
        var setting = Setting.Read(JudgedSettings.Begin(_settings), key);

        Assert.Equal((key, state, text), (setting.Key, setting.State, setting.Text));
    }
}
