using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to spell a key.</summary>
internal static class Keys
{
    public static IEnumerable<Way> Rows =>
    [
        Spelled("Gateway:Registration:Enabled", "as in the record"),
        Spelled("gateway:registration:enabled", "in lower case"),
        Spelled("GATEWAY:REGISTRATION:ENABLED", "in upper case"),
        Spelled("gATEWAY:rEGISTRATION:eNABLED", "in mixed case"),
        new AtStart("A key in upper case, in a Turkish culture", Forbidden.Switch, scene =>
        {
            InCulture(scene, "tr-TR");
            scene.With("GATEWAY:REGISTRATION:ENABLED", "TRUE");
        }),
        new AtStart("A key in lower case, in a Turkish culture", Forbidden.Switch, scene =>
        {
            InCulture(scene, "tr-TR");
            scene.With("gateway:registration:enabled", "true");
        }),
        new AtStart("A key with letters beyond ASCII in another case", Own("Größe:Über"), scene => scene.With("GRÖßE:ÜBER", "true")),
        new AtStart("A key with the other small sigma", Own("Λόγος:Ενεργός"), scene => scene.With("λόγοσ:ενεργόσ", "true")),
        new AtStart("A record whose key is in lower case", Own("feature:enabled"), scene => scene.With("Feature:Enabled", "true")),
        new AtStart("A key with a space in a segment", Own("My Feature:Is On"), scene => scene.With("my feature:is on", "true")),
        new AtStart("A key of one segment", Own("Enabled"), scene => scene.With("enabled", "true")),
        new AtStart("A key below a wildcard", Own("Features:*:Enabled", "Features:dcr:Enabled"), scene => scene.With("features:dcr:enabled", "true")),
        new AtStart("A key below two wildcards", Own("Tenants:*:Features:*:Enabled", "Tenants:7:Features:dcr:Enabled"),
            scene => scene.With("Tenants:7:Features:dcr:Enabled", "true")),
        new AtStart("A key at any depth", Own("Features:**:Enabled", "Features:a:b:c:Enabled"), scene => scene.With("Features:a:b:c:enabled", "true")),
        new AtStart("A key whose wildcard matches the empty segment", Own("Features:*:Enabled", "Features::Enabled"),
            scene => scene.With("Features::Enabled", "true")),
        new AtStart("A key whose wildcard matches a star", Own("Features:*:Enabled", "Features:*:Enabled"), scene => scene.With("Features:*:Enabled", "true")),
        new AtStart("A key whose wildcard matches text with dots and dashes", Own("Features:*:Enabled", "Features:a.b-c/d e:Enabled"),
            scene => scene.With("Features:a.b-c/d e:Enabled", "true")),
        new AtStart("A key that is set beside a value of its section", Forbidden.Switch,
            scene => scene.With("Gateway", "x").With("Gateway:Registration", "y").With("Gateway:Registration:Enabled", "true")),
        new AtStart("A key that is set beside keys below it", Forbidden.Switch,
            scene => scene.With("Gateway:Registration:Enabled", "true").With("Gateway:Registration:Enabled:Since", "2026")),
    ];

    private static AtStart Spelled(string key, string how) => new($"A key {how}", Forbidden.Switch, scene => scene.With(key, "true"));

    private static Forbidden Own(string key, string? at = null) => new(
        Some.DecisionWith(new ConfigurationRule(key, Verb.Forbid, Condition.EqualTo(Literal.True))),
        at ?? key,
        configuration => configuration.GetValue<bool>(at ?? key));

    private static void InCulture(Scene scene, string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        scene.AtEnd(() => CultureInfo.CurrentCulture = before);
    }
}
