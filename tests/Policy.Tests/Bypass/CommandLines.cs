using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to write a command line.</summary>
internal static class CommandLines
{
    private static readonly Dictionary<string, string> _switches = new()
    {
        ["-r"] = "Gateway:Registration:Enabled",
        ["--register"] = "gateway:registration:ENABLED",
    };

    public static IEnumerable<Way> Rows =>
    [
        Arguments("dashes and an equals sign", "--Gateway:Registration:Enabled=true"),
        Arguments("dashes and a space", "--Gateway:Registration:Enabled", "true"),
        Arguments("a slash and an equals sign", "/Gateway:Registration:Enabled=true"),
        Arguments("a slash and a space", "/Gateway:Registration:Enabled", "true"),
        Arguments("an equals sign alone", "Gateway:Registration:Enabled=true"),
        Arguments("another case", "--GATEWAY:registration:eNABLED=TRUE"),
        Arguments("spaces in the value", "--Gateway:Registration:Enabled", " TRUE "),
        Arguments("other arguments around it", "run", "--urls", "http://localhost:1", "--Gateway:Registration:Enabled=true", "--verbose"),
        Arguments("a key that comes twice, forbidden at last", "--Gateway:Registration:Enabled=false", "/gateway:registration:enabled=true"),
        Arguments("a mapped switch and a space", "-r", "true"),
        Arguments("a mapped switch and an equals sign", "-r=true"),
        Arguments("a mapped switch in another case", "-R", "True"),
        Arguments("a mapped long switch", "--register=true"),
        Arguments("a mapped long switch and a space", "--REGISTER", "true"),
        Arguments("a slash for a mapped long switch", "/register=true"),
        Any("an argument that looks like a switch for its value", "--Gateway:Registration:Endpoint", "--register"),
        Any("an equals sign in the value", "--Gateway:Registration:Endpoint=a=b"),
        Any("a mapped switch in its value", "--Gateway:Registration:Endpoint", "-r"),
        new AtStart("A command line with an element of a list", Forbidden.OwnServer("5"), scene =>
            scene.Configuration.AddCommandLine(["--Gateway:PublicOrigin=https://gateway.example", "--Gateway:AuthorizationServers:5=https://gateway.example"])),
    ];

    private static AtStart Arguments(string how, params string[] arguments) =>
        new($"A command line with {how}", Forbidden.Switch, scene => scene.Configuration.AddCommandLine(arguments, _switches));

    private static AtStart Any(string how, params string[] arguments) =>
        new($"A command line with {how}", Forbidden.Endpoint, scene => scene.Configuration.AddCommandLine(arguments, _switches));
}
