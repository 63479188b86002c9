namespace Gateway.Demo;

/// <summary>The only place that adds the demo servers.</summary>
internal static class DemoSetup
{
    /// <summary>Adds the demo servers in Development, if the section <c>Demo</c> configures them.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        // An issuer with its client secret in the source must never run in production. So the environment decides, before
        // any setting is read, and no setting can enable it elsewhere.
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetSection(DemoOptions.Section).Exists())
            return;

        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<DemoServers>();
    }
}
