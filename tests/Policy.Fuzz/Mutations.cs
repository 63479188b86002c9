using System.Text;

namespace DecisionPolicies.Fuzz;

/// <summary>Texts that are nearly records: seeds with pieces taken out, doubled, swapped and put in.</summary>
/// <param name="seed">The same seed gives the same texts.</param>
internal sealed class Mutations(int seed)
{
    private static readonly string[] _seeds =
    [
        "---\nid: ADR-0001\nname: NoDcr\ntitle: No DCR\nstatus: accepted\ndate: 2026-08-02\n"
            + "because: It costs.\ninstead:\n  - One.\nrevisit:\n  by: 2027-08-02\n  when: [A.]\n"
            + "amendments:\n  - { date: 2026-11-23, change: \"One, two.\" }\n"
            + "rules:\n  - configuration: A:*:B\n    forbid: { like: \"**/x\", at-least: 1 }\n    when: { \"A:*:C\": [a, 2, ~] }\n"
            + "    environments: [Production]\nwaivers:\n  - { rule: \"A:*:B\", until: 2027-01-31, because: x }\n---\n# No DCR\n\n"
            + "Prose with [a link](0002-other.md).\n",
        "# 9. Use one queue\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n\nSupersedes [2. Other](0002-other.md)\n\n## Context\n",
        "# Use one queue\n\n- Status: accepted\n- Deciders: Ann, Bob\n- Date: 2020-01-01\n- Tags: a, b\n",
        "\uFEFF---\r\nstatus: {proposed}\r\ndate: {2023-11-10}\r\ndeciders: { Ann, Bob }\r\ntitle: |\r\n  Block\r\n  text\r\n---\r\n# Title\r\n",
    ];

    private static readonly string[] _pieces =
    [
        "---", "\n", "\r", "\r\n", ": ", "- ", "  ", "\t", "{", "}", "[", "]", "\"", "'", "|", ">", "&a ", "*a", "!!str ", "~", "#", "...", "?", ",", "<<: *a",
        "\0", "\uFEFF", "\uD83D", "\u2028", "\u202E", "*/", "\\u0022", "status: accepted\n",
        "rules:\n", "forbid: true\n", "```\n", "](../x.md)", "9999999999", "0x1F", "**:", "::",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next text.</summary>
    public string Next()
    {
        var text = new StringBuilder(_seeds[_random.Next(_seeds.Length)]);
        for (var i = _random.Next(1, 8); i > 0; i--) Mutate(text);
        return text.ToString();
    }

    private void Mutate(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 20), text.Length - at);
        switch (_random.Next(4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, _pieces[_random.Next(_pieces.Length)]);
                break;
            default:
                if (at < text.Length) text[at] = (char)_random.Next(1, 0x250);
                break;
        }
    }
}
