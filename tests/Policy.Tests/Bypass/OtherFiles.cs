using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.FileProviders;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to keep settings in files of other kinds: one file for each key, and user secrets.</summary>
internal static class OtherFiles
{
    public static IEnumerable<Way> Rows =>
    [
        File("whose name has underscores", "Gateway__Registration__Enabled", "true"),
        File("whose name is in another case", "GATEWAY__registration__enabled", "TRUE"),
        File("that ends with a line break", "Gateway__Registration__Enabled", "true\n"),
        File("that ends with a line break of Windows", "Gateway__Registration__Enabled", " True \r\n"),
        File("that has a byte order mark", "Gateway__Registration__Enabled", "\uFEFFtrue"),
        File("whose name has a delimiter of its own", "Gateway--Registration--Enabled", "true", delimiter: "--"),
        new AtStart("A file for a key below a chosen delimiter and prefix", Forbidden.Switch, scene =>
        {
            scene.Write("keys/ignore.Gateway__Registration__Enabled", "false");
            scene.Write("keys/Gateway__Registration__Enabled", "true");
            scene.Configuration.AddKeyPerFile(Path.Combine(scene.Folder, "keys"));
        }),
        new AtStart("A file for an element of a list", Forbidden.OwnServer("2"), scene =>
        {
            scene.Write("keys/Gateway__PublicOrigin", "https://gateway.example\n");
            scene.Write("keys/Gateway__AuthorizationServers__2", "https://gateway.example\n");
            scene.Configuration.AddKeyPerFile(Path.Combine(scene.Folder, "keys"));
        }),
        Secret("nested", """{ "Gateway": { "Registration": { "Enabled": true } } }"""),
        Secret("flat, as the secret manager writes them", """{ "Gateway:Registration:Enabled": "true" }"""),
        Secret("in another case", """{ "gateway:REGISTRATION:enabled": "TRUE" }"""),
    ];

    private static AtStart File(string how, string name, string text, string delimiter = "__") => new($"A file {how}, for one key", Forbidden.Switch, scene =>
    {
        scene.Write($"keys/{name}", text);
        scene.Configuration.AddKeyPerFile(source =>
        {
            source.FileProvider = new PhysicalFileProvider(Path.Combine(scene.Folder, "keys"));
            source.SectionDelimiter = delimiter;
        });
    });

    private static AtStart Secret(string how, string json) => new($"User secrets that are {how}", Forbidden.Switch, scene =>
    {
        // Where the secret manager keeps them is the only place that the provider reads.
        var id = $"decision-policies-{Guid.NewGuid():N}";
        var file = PathHelper.GetSecretsPathFromSecretsId(id);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        scene.AtEnd(() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true));
        System.IO.File.WriteAllText(file, json);
        scene.Configuration.AddUserSecrets(id);
    });
}
