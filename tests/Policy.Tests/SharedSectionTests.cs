using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests;

/// <summary>Many rules may speak about one section, and to find its keys a source goes through all that it has.</summary>
public sealed class SharedSectionTests
{
    [Fact]
    public async Task Fifty_rules_about_one_section_ask_for_its_keys_as_often_as_one() =>
        Assert.Equal(await Questions(rules: 1), await Questions(rules: 50));

    private static async Task<int> Questions(int rules)
    {
        var source = new CountingSource();
        var host = new GovernedHost(Some.DecisionWith(
            [.. Enumerable.Range(0, rules).Select(rule => new ConfigurationRule("Servers:*", Verb.Forbid, Condition.Like($"http://*{rule}*")))]));
        host.Configuration.Add(source);

        await host.Starts();

        var questions = source.Questions("Servers");
        Assert.NotEqual(0, questions);
        return questions;
    }

    private sealed class CountingSource : ConfigurationProvider, IConfigurationSource
    {
        private readonly List<string?> _asked = [];

        public CountingSource() => Data["Servers:0"] = "https://a.example.com";

        public int Questions(string section) => _asked.Count(asked => asked == section);

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            _asked.Add(parentPath);
            return base.GetChildKeys(earlierKeys, parentPath);
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
    }
}
