using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to write XML.</summary>
internal static class XmlSettings
{
    public static IEnumerable<Way> Rows =>
    [
        Xml("elements", "<settings><Gateway><Registration><Enabled>true</Enabled></Registration></Gateway></settings>"),
        Xml("an attribute", """<settings><Gateway><Registration Enabled="true" /></Gateway></settings>"""),
        Xml("elements in another case", "<SETTINGS><gateway><REGISTRATION><eNABLED>TRUE</eNABLED></REGISTRATION></gateway></SETTINGS>"),
        Xml("an attribute in another case", """<settings><gateway><registration ENABLED=" True " /></gateway></settings>"""),
        Xml("the name of a section in an attribute", """<settings><Gateway Name="Registration"><Enabled>true</Enabled></Gateway></settings>"""),
        Xml("the name of a section in an attribute in another case", """<settings><gateway name="registration" enabled="true" /></settings>"""),
        Xml("names with colons in attributes", """<settings><Gateway Name="Registration:Enabled">true</Gateway></settings>"""),
        Xml("character data", "<settings><Gateway><Registration><Enabled><![CDATA[true]]></Enabled></Registration></Gateway></settings>"),
        Xml("a character reference", "<settings><Gateway><Registration><Enabled>&#116;rue</Enabled></Registration></Gateway></settings>"),
        Xml("white space around the value", "<settings><Gateway><Registration><Enabled>\n  true\n</Enabled></Registration></Gateway></settings>"),
        Xml("comments",
            "<!-- off --><settings><Gateway><!-- off --><Registration><!-- <Enabled>false</Enabled> -->"
                + "<Enabled>true</Enabled></Registration></Gateway></settings>"),
        Xml("a declaration",
            """<?xml version="1.0" encoding="utf-8"?><settings><Gateway><Registration><Enabled>true</Enabled></Registration></Gateway></settings>"""),
        Xml("one section in two elements", """<settings><Gateway Name="Other" /><Gateway Name="Registration" Enabled="true" /></settings>"""),
        Xml("repeated elements", Forbidden.OwnServer("1"),
            "<s><Gateway><PublicOrigin>https://gateway.example</PublicOrigin><AuthorizationServers>https://idp.example</AuthorizationServers>"
                + "<AuthorizationServers>https://gateway.example</AuthorizationServers></Gateway></s>"),
        Xml("named elements of a list", Forbidden.OwnServer("me"),
            """<s><Gateway PublicOrigin="https://gateway.example">"""
                + """<AuthorizationServers Name="me">https://gateway.example</AuthorizationServers></Gateway></s>"""),
        Xml("routes by name", Forbidden.Route(), """<s><ReverseProxy><Routes Name="main"><Match Path="/oauth/register" /></Routes></ReverseProxy></s>"""),
        new AtStart("XML in a file", Forbidden.Switch,
            scene => scene.Configuration.AddXmlFile(scene.Write("settings.xml", """<s><Gateway><Registration Enabled="true" /></Gateway></s>"""))),
    ];

    private static AtStart Xml(string how, string xml) => Xml(how, Forbidden.Switch, xml);

    private static AtStart Xml(string how, Forbidden forbidden, string xml) =>
        new($"XML with {how}", forbidden, scene => scene.Configuration.AddXmlStream(new MemoryStream(Encoding.UTF8.GetBytes(xml))));
}
