namespace DecisionPolicies.Records.Tests;

/// <summary>Reads front matter as if it were in a file, and returns the result in the shapes that tests need.</summary>
internal static class Reading
{
    public const string Path = "docs/adr/0007-a-choice.md";

    /// <summary>A file of this front matter, whose first line is line 2, and a heading.</summary>
    public static RecordFile Of(string frontMatter, string path = Path) => RecordReader.Read(path, $"---\n{frontMatter}\n---\n# A choice\n");

    /// <summary>The decision of a record that was read without a fault.</summary>
    public static DecisionPolicy Record(string frontMatter, string path = Path) => Whole(frontMatter, path).Decision;

    /// <summary>A record that was read without a fault.</summary>
    public static AdrRecord Whole(string frontMatter, string path = Path)
    {
        var file = Of(frontMatter, path);
        Assert.Empty(Told(file));
        return Assert.IsType<AdrRecord>(file.Record);
    }

    /// <summary>A file with one rule, whose first line is line 4 and starts at column 5.</summary>
    public static RecordFile OfRule(params string[] lines) => Of("status: accepted\nrules:\n  - " + string.Join("\n    ", lines));

    /// <summary>The one rule of a file that was read without a fault.</summary>
    public static ConfigurationRule Rule(params string[] lines) => Assert.IsType<ConfigurationRule>(AnyRule(lines));

    /// <summary>The one rule, about whatever it may be, of a file that was read without a fault.</summary>
    public static Rule AnyRule(params string[] lines)
    {
        var file = OfRule(lines);
        Assert.Empty(Told(file));
        return Assert.Single(file.Record!.Decision.Rules);
    }

    /// <summary>Each fault as <c>DP1001 2,1: what is wrong</c>.</summary>
    public static string[] Told(RecordFile file) => [.. file.Faults.Select(Told)];

    /// <summary>Each fault as <c>0001-a.md: DP1009 1,1: what is wrong</c>.</summary>
    public static string[] Told(RecordSet set) => [.. set.Faults.Select(fault => $"{fault.Path}: {Told(fault.Fault)}")];

    /// <summary>A fault as <c>DP1001 2,1: what is wrong</c>.</summary>
    public static string Told(Fault fault) => $"{fault.Kind.Id} {fault.Place.Line},{fault.Place.Column}: {fault.Message}";
}
