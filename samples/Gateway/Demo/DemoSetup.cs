namespace Gateway.Demo;

/// <summary>The one way in which the demo servers come to run.</summary>
internal static class DemoSetup
{
    /// <summary>Adds the demo servers in Development, where the section <c>Demo</c> asks for them.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        // An issuer whose client secret stands in the source must never run where it matters. So the environment decides, before
        // any setting is read, and no setting can ask for it elsewhere.
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetSection(DemoOptions.Section).Exists())
            return;

        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<DemoServers>();
    }
}
