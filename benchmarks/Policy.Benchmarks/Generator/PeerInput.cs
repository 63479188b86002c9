namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>
/// What other generators read: about as much as a record's front matter, besides the schema of a resx file. A number distinguishes one edit from
/// the next.
/// </summary>
internal static class PeerInput
{
    // Designers, and the framework's own writer, put the schema of the format into each file.
    private const string ResxSchema = """
          <xsd:schema id="root" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:msdata="urn:schemas-microsoft-com:xml-msdata">
            <xsd:import namespace="http://www.w3.org/XML/1998/namespace" />
            <xsd:element name="root" msdata:IsDataSet="true">
              <xsd:complexType>
                <xsd:choice maxOccurs="unbounded">
                  <xsd:element name="resheader">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:element name="value" type="xsd:string" minOccurs="0" msdata:Ordinal="1" />
                      </xsd:sequence>
                      <xsd:attribute name="name" type="xsd:string" use="required" />
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="data">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:element name="value" type="xsd:string" minOccurs="0" msdata:Ordinal="1" />
                        <xsd:element name="comment" type="xsd:string" minOccurs="0" msdata:Ordinal="2" />
                      </xsd:sequence>
                      <xsd:attribute name="name" type="xsd:string" use="required" msdata:Ordinal="1" />
                      <xsd:attribute name="type" type="xsd:string" msdata:Ordinal="3" />
                      <xsd:attribute name="mimetype" type="xsd:string" msdata:Ordinal="4" />
                      <xsd:attribute ref="xml:space" />
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="metadata">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:element name="value" type="xsd:string" minOccurs="0" />
                      </xsd:sequence>
                      <xsd:attribute name="name" type="xsd:string" use="required" />
                      <xsd:attribute name="type" type="xsd:string" />
                      <xsd:attribute name="mimetype" type="xsd:string" />
                      <xsd:attribute ref="xml:space" />
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="assembly">
                    <xsd:complexType>
                      <xsd:attribute name="alias" type="xsd:string" />
                      <xsd:attribute name="name" type="xsd:string" />
                    </xsd:complexType>
                  </xsd:element>
                </xsd:choice>
              </xsd:complexType>
            </xsd:element>
          </xsd:schema>

        """;

    public static string Resx(int number, int edit) => Resx(number, edit, ResxSchema);

    public static string BareResx(int number, int edit) => Resx(number, edit, "");

    private static string Resx(int number, int edit, string schema) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <root>
        {schema}  <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
          <resheader name="version"><value>2.0</value></resheader>
        {string.Join('\n', Enumerable.Range(0, 10).Select(text => ResxText(text, number, edit)))}
        </root>

        """;

    private static string ResxText(int text, int number, int edit)
    {
        var name = $"Text{text}{(text == 0 ? $"Edit{edit}" : "")}";
        return $"""  <data name="{name}" xml:space="preserve"><value>Text {text} of file {number}.</value></data>""";
    }

    public static string Razor(int number, int edit) => $$"""
        @{ var title = "Page {{number}}, edit {{edit}}"; }
        <h1>@title</h1>
        <ul>
        @for (var i = 0; i < 10; i++)
        {
            <li class="item">Item @i of @title</li>
        }
        </ul>
        <p>The page has a few lines of text, and shows the time: @System.DateTime.UtcNow.</p>

        """;

    public static string Regex(int number, int edit) => $$"""
        using System.Text.RegularExpressions;

        namespace App.Regexes;

        partial class Pattern{{number}}
        {
            [GeneratedRegex("^part{{number}}-(?<edit>e{{edit}})-(a|bc+)[0-9]{2,4}$")]
            public static partial Regex Name();
        }

        """;

    public static string Json(int number, int edit) => $$"""
        using System.Text.Json.Serialization;

        namespace App.Json;

        public sealed class Order{{number}}
        {
            public string? Name { get; set; }

            public int Edit{{edit}} { get; set; }

            public decimal Price { get; set; }
        }

        [JsonSerializable(typeof(Order{{number}}))]
        internal sealed partial class Context{{number}} : JsonSerializerContext;

        """;
}
