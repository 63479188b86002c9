using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to write INI.</summary>
internal static class IniSettings
{
    public static IEnumerable<Way> Rows =>
    [
        Ini("a section", "[Gateway:Registration]\nEnabled=true"),
        Ini("a section and a key with a colon", "[Gateway]\nRegistration:Enabled=true"),
        Ini("no section", "Gateway:Registration:Enabled=true"),
        Ini("a section in another case", "[GATEWAY:registration]\neNABLED=TRUE"),
        Ini("a section between spaces", "  [ Gateway:Registration ]  \nEnabled=true"),
        Ini("spaces around the equals sign", "[Gateway:Registration]\n  Enabled =  true  "),
        Ini("a quoted value", "[Gateway:Registration]\nEnabled=\"true\""),
        Ini("a quoted value with spaces", "[Gateway:Registration]\nEnabled=\" TRUE \""),
        Ini("comments", "; off\n# off\n/ off\n[Gateway:Registration]\n;Enabled=false\nEnabled=true"),
        Ini("a section that comes twice", "[Gateway:Registration]\nClientId=\n[Other]\nA=1\n[gateway:registration]\nEnabled=true"),
        Ini("line ends of Windows", "[Gateway:Registration]\r\nEnabled=true\r\n"),
        new AtStart("INI in a file", Forbidden.Switch,
            scene => scene.Configuration.AddIniFile(scene.Write("settings.ini", "[Gateway:Registration]\nEnabled=true"))),
        new AtStart("INI with an index", Forbidden.OwnServer(), scene =>
            scene.Configuration.AddIniStream(
                Stream("[Gateway]\nPublicOrigin=https://gateway.example\n[Gateway:AuthorizationServers]\n0=https://gateway.example/x"))),
        new AtStart("INI with a value that has an equals sign", Forbidden.Endpoint,
            scene => scene.Configuration.AddIniStream(Stream("[Gateway:Registration]\nEndpoint=a=b"))),
    ];

    private static AtStart Ini(string how, string ini) => new($"INI with {how}", Forbidden.Switch, scene => scene.Configuration.AddIniStream(Stream(ini)));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
