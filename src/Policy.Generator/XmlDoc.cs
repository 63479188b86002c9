using System.Text;

namespace DecisionPolicies.Generator;

/// <summary>Writes text of a record into documentation comments, where it must stay on its line and be no markup.</summary>
internal static class XmlDoc
{
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) escaped.Append(c).Append(text[++i]);
            else escaped.Append(Escape(c));
        }
        return escaped.ToString();
    }

    private static string Escape(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        // These end a line for the compiler.
        '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => " ",
        // XML has no way to say these.
        < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
        _ when char.IsSurrogate(c) => "\uFFFD",
        _ => c.ToString(),
    };
}
