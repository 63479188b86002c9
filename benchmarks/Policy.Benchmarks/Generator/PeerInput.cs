namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>What other generators read. Each is about as much as a record's front matter; a number tells one edit from the next.</summary>
internal static class PeerInput
{
    public static string Resx(int number, int edit) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <root>
          <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
          <resheader name="version"><value>2.0</value></resheader>
        {string.Join('\n', Enumerable.Range(0, 10).Select(text => $"""  <data name="Text{text}{(text == 0 ? $"Edit{edit}" : "")}" xml:space="preserve"><value>Text {text} of file {number}.</value></data>"""))}
        </root>

        """;

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
