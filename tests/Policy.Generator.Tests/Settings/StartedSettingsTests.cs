namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>What a development tool starts the program with is judged at its place: launch profiles, and the variables of Azure Functions.</summary>
public sealed class StartedSettingsTests
{
    private const string Rule = "{ configuration: Shop:Guests, forbid: true }";

    [Theory]
    [InlineData("\"environmentVariables\": { \"Shop__Guests\": \"true\" }", "= true")]
    [InlineData("\"environmentVariables\": { \"Shop:Guests\": \"yes\" }", "= true (in another spelling)")]
    [InlineData("\"environmentVariables\": { \"SHOP__GUESTS\": \"1\" }", "= true (in another spelling)")]
    [InlineData("\"environmentVariables\": { \"DOTNET_Shop__Guests\": \"true\" }", "= true")]
    [InlineData("\"environmentVariables\": { \"ASPNETCORE_Shop__Guests\": \"true\" }", "= true")]
    [InlineData("\"environmentVariables\": { \"DOTNET_Shop__Guests\": \"true\", \"ASPNETCORE_Shop__Guests\": \"false\" }", "= true")]
    [InlineData("\"environmentVariables\": { \"ASPNETCORE_Shop__Guests\": \"false\", \"DOTNET_Shop__Guests\": \"true\" }", "= true")]
    [InlineData("\"commandLineArgs\": \"--Shop:Guests=true\"", "= true")]
    [InlineData("\"commandLineArgs\": \"--Shop:Guests true\"", "= true")]
    [InlineData("\"commandLineArgs\": \"run /shop:guests=true --x\"", "= true")]
    [InlineData("\"commandLineArgs\": \"Shop:Guests=true\"", "= true")]
    [InlineData("\"commandLineArgs\": \"--a \\\"b c\\\" --Shop:Guests \\\"true\\\"\"", "= true")]
    [InlineData("\"environmentVariables\": { \"Shop__Guests\": \"false\" }, \"commandLineArgs\": \"--Shop:Guests=true\"", "= true")]
    public async Task A_profile_that_sets_what_is_forbidden_is_an_error(string profile, string fact) => Assert.StartsWith(
        "src/Properties/launchSettings.json(1,",
        Assert.Single(await Project(profile).Rejections(), message => message.Contains($" DP4001 Shop:Guests {fact}")));

    [Theory]
    [InlineData("\"environmentVariables\": { \"Shop__Guests\": \"false\" }")]
    [InlineData("\"environmentVariables\": { \"Shop_Guests\": \"true\" }")]
    [InlineData("\"environmentVariables\": { \"Shop__Guests\": \"true\" }, \"commandLineArgs\": \"--Shop:Guests=false\"")]
    [InlineData("\"environmentVariables\": { \"OTHER_Shop__Guests\": \"true\" }")]
    [InlineData("\"environmentVariables\": { \"DOTNET_Shop__Guests\": \"false\", \"ASPNETCORE_Shop__Guests\": \"true\" }")]
    [InlineData("\"commandLineArgs\": \"-Shop:Guests true\"")]
    [InlineData("\"commandLineArgs\": \"--Shop:Guests\"")]
    [InlineData("\"commandLineArgs\": null, \"environmentVariables\": {}")]
    [InlineData("\"environmentVariables\": null")]
    public async Task A_profile_that_does_not_is_left_alone(string profile) => Assert.Empty(await Project(profile).Rejections());

    [Fact]
    public async Task Each_profile_is_judged_in_its_own_environment_and_over_the_programs_files()
    {
        var project = SettingsProject.OfRule(
                "{ configuration: Shop:Guests, forbid: true, environments: [Staging] }",
                "{ configuration: Shop:Level, forbid: 3, when: { Shop:Mode: fast } }")
            .WithAppSettings("{ \"Shop\": { \"Mode\": \"slow\" } }")
            .WithAppSettings("{ \"Shop\": { \"Mode\": \"fast\" } }", "Staging")
            .WithSettings(new("src/Properties/launchSettings.json", """
                {
                  "profiles": {
                    "a": { "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "Shop__Guests": "true", "Shop__Level": "3" } },
                    "b": { "environmentVariables": {
                      "ASPNETCORE_ENVIRONMENT": "Staging",
                      "Shop__Guests": "true",
                      "Shop__Level": "3" } }
                  }
                }
                """));

        Assert.Equal(
            ["src/Properties/launchSettings.json(6,23) DP4001 Shop:Guests = true, which must not be true",
                "src/Properties/launchSettings.json(7,22) DP4001 Shop:Level = 3, which must not be 3"],
            (await project.Rejections()).Select(message => message.Replace(" (in environment Staging)", "")));
    }

    [Theory]
    [InlineData("\"commandLineArgs\": \"--environment Staging --Shop:Guests=true\"", 1)]
    [InlineData("\"commandLineArgs\": \"--Shop:Guests=true\"", 0)]
    [InlineData(
        "\"environmentVariables\": { \"ASPNETCORE_ENVIRONMENT\": \"Development\", \"DOTNET_ENVIRONMENT\": \"Staging\", \"Shop__Guests\": \"true\" }", 1)]
    public async Task The_environment_is_the_one_that_the_host_takes(string profile, int times) => Assert.Equal(
        times,
        (await SettingsProject.OfRule("{ configuration: Shop:Guests, forbid: true, environments: [Staging] }")
            .WithSettings(new("src/Properties/launchSettings.json", Launch(profile))).Rejections()).Length);

    [Theory]
    [InlineData("\"environmentVariables\": { \"DEEP\": \"hunter2\" }", "has more than 64 segments")]
    [InlineData("\"commandLineArgs\": \"--DEEP=hunter2\"", "has more than 64 segments")]
    [InlineData("\"commandLineArgs\": \"--LONG=hunter2\"", "is longer than 1024 characters")]
    public async Task A_key_beyond_the_limits_is_said_at_its_place(string profile, string reason)
    {
        var deep = string.Join(profile.Contains("--") ? ":" : "__", Enumerable.Repeat("a", 65));

        var message = Assert.Single(await Project(profile.Replace("DEEP", deep).Replace("LONG", new('a', 1025))).Told());

        Assert.StartsWith("src/Properties/launchSettings.json(1,", message);
        Assert.Contains($"The full key {reason}, which is the limit.", message);
        Assert.DoesNotContain("hunter2", message);
    }

    [Fact]
    public async Task What_the_programs_own_files_break_is_reported_there_alone() => Assert.Equal(
        ["src/appsettings.json(1,23) DP4001 Shop:Guests = true, which must not be true"],
        await Project("\"environmentVariables\": { \"A\": \"b\" }").WithAppSettings("{ \"Shop\": { \"Guests\": true } }").Rejections());

    [Fact]
    public async Task A_profile_that_takes_back_what_the_files_set_changes_nothing_there() => Assert.Single(
        await Project("\"environmentVariables\": { \"Shop__Guests\": \"false\" }").WithAppSettings("{ \"Shop\": { \"Guests\": true } }").Rejections());

    [Theory]
    [InlineData("{ \"Values\": { \"Shop__Guests\": \"true\" } }", 1)]
    [InlineData("{ \"Values\": { \"Shop:Guests\": \"true\" } }", 1)]
    [InlineData("{ \"IsEncrypted\": false, \"Values\": { \"Other\": \"true\" } }", 0)]
    [InlineData("{ \"Shop\": { \"Guests\": \"true\" } }", 0)]
    public async Task The_variables_of_Azure_Functions_are_judged(string json, int times) => Assert.Equal(
        times, (await SettingsProject.OfRule(Rule).WithSettings(new("src/local.settings.json", json)).Rejections()).Length);

    [Fact]
    public async Task A_value_that_no_record_names_is_withheld()
    {
        var told = await SettingsProject.OfRule("{ configuration: Shop:Token, forbid: { present: true } }")
            .WithSettings(new("src/Properties/launchSettings.json", Launch("\"commandLineArgs\": \"--Shop:Token=hunter2\"")))
            .Told();

        Assert.Contains("Shop:Token, which is set (value withheld)", Assert.Single(told));
        Assert.DoesNotContain(told, message => message.Contains("hunter2"));
    }

    private static Project Project(string profile) =>
        SettingsProject.OfRule(Rule).WithSettings(new("src/Properties/launchSettings.json", Launch(profile)));

    private static string Launch(string profile) => $$"""{ "profiles": { "Shop": { {{profile}} } } }""";
}
