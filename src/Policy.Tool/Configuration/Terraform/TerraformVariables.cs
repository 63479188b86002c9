using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>
/// Finds environment variables in HCL: maps, lists and blocks with a name that providers use for them, and whatever has a name with
/// <c>__</c>.
/// </summary>
internal sealed class TerraformVariables
{
    private static readonly string[] _names = ["app_settings", "env", "environment", "environment_variables", "secure_environment_variables", "variables"];
    private static readonly string[] _pairNames = ["name", "key"];

    // A resource has two labels; text of many would be repeated for each of its parts.
    private const int MostLabels = 3;

    private readonly FileContent _content;
    private (string? Name, FilePart? Owner, FilePart? Part) _part;

    private TerraformVariables(FileContent content) => _content = content;

    /// <summary>Adds a configuration for each place with environment variables.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(HclBody file, FileContent content)
    {
        var reader = new TerraformVariables(content);
        reader.ReadAttributes(file, null, owner: null);
        foreach (var block in file.Blocks)
        {
            // As Terraform addresses it: a resource by its type and name, all else with the type of its block in front.
            var labels = block.Type == "resource" ? block.Labels : [block.Type, .. block.Labels];
            var owner = FilePart.In(string.Join('.', labels.Take(MostLabels).Select(Shown)), null);
            reader.ReadAttributes(block.Body, null, owner);
            reader.ReadBlocks(block.Body, owner, owner);
        }
    }

    private static string Shown(string name) => YamlNodeExtensions.NameOf(name) ?? "…";

    // The blocks of one kind inside another, as in env { name = "A", value = "b" }, are the variables of one process.
    private void ReadBlocks(HclBody body, FilePart owner, FilePart top)
    {
        var pairs = new Dictionary<string, EnvironmentVariables>(StringComparer.Ordinal);
        foreach (var block in body.Blocks)
        {
            if (PairIn(block.Body.Attributes) is { } pair && (IsVariables(block.Type) || IsVariable(pair.Name)))
            {
                if (!pairs.TryGetValue(block.Type, out var variables)) pairs.Add(block.Type, variables = new(_content));
                Add(pair, variables);
            }
        }
        foreach (var (type, variables) in pairs) _content.Add(variables.ToTree(FilePart.In(Shown(type), owner)));
        foreach (var block in body.Blocks)
        {
            var name = block.Body.Attributes.Find(attribute => attribute.Name == "name")?.Value as HclLiteral;
            var inner = name?.Text is { } text ? FilePart.In($"{Shown(block.Type)} {Shown(text)}", top) : owner;
            // Not the name and the expression of a pair.
            ReadAttributes(block.Body, name is null ? block.Type : null, inner);
            ReadBlocks(block.Body, inner, top);
        }
    }

    // The attributes of a block, as in env { A = "b" }.
    private void ReadAttributes(HclBody body, string? type, FilePart? owner)
    {
        ReadMap(type, body.Attributes, owner);
        foreach (var attribute in body.Attributes) ReadInside(attribute.Name, attribute.Value, owner);
    }

    private void ReadInside(string? name, HclValue value, FilePart? owner)
    {
        switch (value)
        {
            case HclObject map:
                if (PairIn(map.Entries) is { } pair && IsVariable(pair.Name)) ReadPairs(name, [map], owner);
                else ReadMap(name, map.Entries, owner);
                foreach (var entry in map.Entries) ReadInside(entry.Name, entry.Value, owner);
                break;
            case HclList list:
                ReadPairs(name, list.Items, owner);
                foreach (var item in list.Items) ReadItem(item, owner);
                break;
            // merge(var.common, { A__B = "c" }): the objects are read, each alone.
            case HclExpression expression:
                foreach (var part in expression.Parts) ReadInside(name, part, owner);
                break;
        }
    }

    // A pair was read with the list.
    private void ReadItem(HclValue item, FilePart? owner)
    {
        if (item is not HclObject map || PairIn(map.Entries) is null) ReadInside(null, item, owner);
        else foreach (var entry in map.Entries) ReadInside(entry.Name, entry.Value, owner);
    }

    private void ReadMap(string? name, IEnumerable<HclEntry> entries, FilePart? owner)
    {
        if (_content.IsFull || (!IsVariables(name) && !entries.Any(entry => entry.Value is HclLiteral or HclExpression && IsVariable(entry.Name)))) return;
        var variables = new EnvironmentVariables(_content);
        foreach (var entry in entries)
        {
            if (entry.Name is { } variable && TextOf(entry.Value) is { Text: { } text } value) variables.Add(variable, entry.NamePlace, text, value.Place);
        }
        _content.Add(variables.ToTree(PartOf(name, owner)));
    }

    // [{ name = "A", value = "b" }], or ["A=b"] as Docker's provider has it.
    private void ReadPairs(string? name, IEnumerable<HclValue> items, FilePart? owner)
    {
        if (_content.IsFull) return;
        var variables = new EnvironmentVariables(_content);
        foreach (var item in items)
        {
            if (item is HclObject map && PairIn(map.Entries) is { } pair && (IsVariables(name) || IsVariable(pair.Name))) Add(pair, variables);
            else if (item is HclLiteral { Text: { } text } literal && text.IndexOf('=') is > 0 and var separator
                && (IsVariables(name) || IsVariable(text[..separator])))
            {
                variables.Add(text[..separator], literal.Place, text[(separator + 1)..], literal.Place);
            }
        }
        _content.Add(variables.ToTree(PartOf(name, owner)));
    }

    private void Add((string Name, Place NamePlace, HclValue Value) pair, EnvironmentVariables variables)
    {
        var value = TextOf(pair.Value)!;
        variables.Add(pair.Name, pair.NamePlace, value.Text ?? "", value.Place);
    }

    // Null if it is neither a literal nor an expression, which is read as a placeholder.
    private HclLiteral? TextOf(HclValue value)
    {
        if (value is not HclExpression expression) return value as HclLiteral;
        _content.AddExpression(expression.Place);
        return new(HclExpression.Value, expression.Place);
    }

    private static (string Name, Place NamePlace, HclValue Value)? PairIn(IEnumerable<HclEntry> entries)
    {
        var name = entries.FirstOrDefault(entry => _pairNames.Contains(entry.Name))?.Value as HclLiteral;
        var value = entries.FirstOrDefault(entry => entry.Name == "value")?.Value;
        return name is { Text: { } text } && value is HclLiteral or HclExpression ? (text, name.Place, value) : null;
    }

    // A list can hold very many maps, which are all called the same.
    private FilePart PartOf(string? name, FilePart? owner)
    {
        if (_part.Part is null || _part.Name != name || !ReferenceEquals(_part.Owner, owner))
        {
            _part = (name, owner, FilePart.In(name is null ? "variables" : Shown(name), owner));
        }
        return _part.Part!;
    }

    private static bool IsVariables(string? name) => name is not null && _names.Contains(name, StringComparer.Ordinal);

    private static bool IsVariable(string? name) => name?.Contains("__", StringComparison.Ordinal) == true;
}
