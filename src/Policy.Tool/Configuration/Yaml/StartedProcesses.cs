using System.Globalization;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Finds what processes are started with, wherever it is written: environment variables and arguments of containers, services, tasks and
/// functions, in manifests, charts, pipelines and templates. What never shares a process is never put together.
/// </summary>
/// <param name="lines">The lines of the file.</param>
/// <param name="content">Receives a configuration for each.</param>
internal sealed class StartedProcesses(LineIndex lines, FileContent content)
{
    private const string Separator = "__";
    private const string Services = "services";

    // A text in a file can be a file, with a text in it.
    private const int MaximalNesting = 4;

    private static readonly string[] _containers = ["containers", "initContainers", "ephemeralContainers", "containerDefinitions"];

    private static readonly HashSet<string> _variables = new(
        ["env", "extraEnv", "extraEnvVars", "envVars", "extraEnvironment", "environment", "environmentVariables", "environment_variables", "containerEnv",
            "appSettings", "app_settings", "variables"],
        StringComparer.OrdinalIgnoreCase);

    // What looks like variables is found after what is sure to start a process, which says more of them.
    private readonly List<ConfigurationTree> _loose = [];
    private int _nesting;

    /// <summary>Adds a configuration for each process.</summary>
    /// <param name="root">The node to search.</param>
    /// <param name="owner">The part of the file, as in <c>Deployment gateway</c>; null for the whole file.</param>
    /// <param name="leftOut">Keys of the root that are read elsewhere.</param>
    public void Read(YamlNode root, FilePart? owner, IReadOnlyCollection<string>? leftOut = null)
    {
        if (root is YamlMapping mapping && leftOut is { Count: > 0 })
        {
            root = mapping with { Entries = [.. mapping.Entries.Where(entry => !leftOut.Contains(entry.Key.Text))] };
        }
        Walk(root, new(null, ""), owner);
        content.AddCounted(_loose);
        _loose.Clear();
    }

    private void Walk(YamlNode node, Step at, FilePart? owner)
    {
        if (content.IsFull) return;
        switch (node)
        {
            case YamlSequence sequence:
                AddLoose(VariablesIn(sequence), at, owner);
                WalkItems(sequence, at, owner);
                break;
            case YamlMapping mapping:
                // Most mappings are neither.
                if (IsProcess(at) || mapping.Entries.Any(entry => _variables.Contains(entry.Key.Text) || ProgramArguments.IsIn(entry.Key.Text)))
                {
                    AddProcess(mapping, at, owner);
                }
                if (mapping.FindAny("value") is not null || mapping.Entries.Any(entry => IsForDotNet(entry.Key.Text)))
                {
                    AddLoose(VariablesIn(mapping), at, owner);
                }
                foreach (var entry in mapping.Entries) Walk(entry, at, owner);
                break;
            case YamlScalar text:
                ReadText(text, at, owner);
                break;
        }
    }

    private void Walk(YamlEntry entry, Step at, FilePart? owner)
    {
        var below = at.Below(entry.Key.Text);
        if (entry.Value is YamlScalar { IsNull: false } text && ConfigurationFormats.Of(entry.Key.Text) is { } format && IsBlock(text))
        {
            EmbeddedFile.Read(format, text.Text, YamlNodeExtensions.NameOf(entry.Key.Text), PartOf(at, owner), EmbeddedText.Of(text, false, lines), content);
        }
        // What has been read is not read again for what is in it, other than for what is deeper.
        else if (_variables.Contains(entry.Key.Text) && entry.Value is YamlSequence read) WalkItems(read, below, owner);
        else if (_variables.Contains(entry.Key.Text) && entry.Value is YamlMapping names)
        {
            foreach (var inner in names.Entries) Walk(inner, below, owner);
        }
        else Walk(entry.Value, below, owner);
    }

    private void WalkItems(YamlSequence sequence, Step at, FilePart? owner)
    {
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var item = sequence.Items[i];
            if (item is not YamlMapping mapping || VariableOf(mapping) is null) Walk(item, at.Below(i.ToString(CultureInfo.InvariantCulture)), owner);
        }
    }

    private void AddLoose(EnvironmentVariables variables, Step at, FilePart? owner)
    {
        if (!variables.IsEmpty && content.HasRoom() && variables.ToTree(PartOf(at, owner)) is { } tree) _loose.Add(tree);
    }

    private void AddProcess(YamlMapping mapping, Step at, FilePart? owner)
    {
        var started = StartedBy(mapping, out var key);
        if (!started.IsEmpty) content.Add(started.ToTree(PartOf(mapping, key, at, owner)));
        else if (IsProcess(at)) content.AddIdle(PartOf(mapping, key, at, owner));
    }

    // The variables and the arguments of one process.
    private EnvironmentVariables StartedBy(YamlMapping mapping, out string key)
    {
        var variables = new EnvironmentVariables(content, "$(");
        key = "";
        // What a service has itself wins over its files.
        foreach (var file in FilesOf(mapping)) content.AddVariables("env_file", file.Text, file.Place, variables);
        foreach (var entry in mapping.Entries.Where(entry => _variables.Contains(entry.Key.Text)))
        {
            AddAny(entry.Value, variables);
            if (!variables.IsEmpty && key.Length == 0) key = entry.Key.Text;
        }
        if (ProgramArguments.Of(mapping) is { Count: > 0 } words)
        {
            variables.AddArguments(words);
            if (key.Length == 0) key = "arguments";
        }
        return variables;
    }

    // compose-spec: a path, or a list of paths or of mappings with one.
    private static IEnumerable<YamlScalar> FilesOf(YamlMapping service) => service.Find("env_file") switch
    {
        YamlScalar { IsNull: false } one => [one],
        YamlSequence list => list.Items.Select(item => item as YamlScalar ?? item.Find("path") as YamlScalar).OfType<YamlScalar>(),
        _ => [],
    };

    private static void AddAny(YamlNode node, EnvironmentVariables variables)
    {
        if (node is YamlSequence list) AddList(list, variables, areAllVariables: true);
        else if (node is YamlMapping mapping) AddMapping(mapping, variables);
    }

    /// <summary>Adds the scalars of a mapping as variables. Null does not set one.</summary>
    /// <param name="mapping">Names and values.</param>
    /// <param name="variables">Receives the variables.</param>
    private static void AddMapping(YamlMapping mapping, EnvironmentVariables variables)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is YamlScalar { IsNull: false } value) variables.Add(entry.Key.Text, entry.Key.Place, value.Text, value.Place);
            else if (entry.Value is YamlMapping pair && ValueOf(pair) is { } inner) variables.Add(entry.Key.Text, entry.Key.Place, inner.Text, inner.Place);
        }
    }

    private EnvironmentVariables VariablesIn(YamlSequence list)
    {
        var variables = new EnvironmentVariables(content, "$(");
        AddList(list, variables, areAllVariables: false);
        return variables;
    }

    private static void AddList(YamlSequence list, EnvironmentVariables variables, bool areAllVariables)
    {
        foreach (var item in list.Items)
        {
            if (item is YamlMapping mapping && VariableOf(mapping, areAllVariables) is { } variable)
            {
                var name = areAllVariables ? variable.Name.Text : NameOf(variable.Name.Text);
                variables.Add(name, variable.Name.Place, variable.Value.IsNull ? "" : variable.Value.Text, variable.Value.Place);
            }
            else if (item is YamlMapping && item.Find("valueFrom") is not null && item.FindName("name") is { } unknown) variables.AddUnknown(unknown);
            // A name alone takes its value from the environment that starts the process.
            else if (item is YamlScalar scalar && scalar.Text.IndexOf('=') is > 0 and var separator && IsName(scalar.Text.AsSpan(0, separator))
                && (areAllVariables || IsForDotNet(scalar.Text.AsSpan(0, separator))))
            {
                var (name, value) = (scalar.Text[..separator], scalar.Text[(separator + 1)..]);
                variables.Add(name, PlaceIn(scalar, 0, separator), value, PlaceIn(scalar, separator + 1, scalar.Text.Length));
            }
        }
    }

    // A mapping in which names have the separator of .NET's variables, whatever it is called; or one variable, as in a patch.
    private EnvironmentVariables VariablesIn(YamlMapping mapping)
    {
        var variables = new EnvironmentVariables(content, "$(");
        if (PatchedVariable(mapping) is { } patched) variables.Add(patched.Name, patched.Value.Place, patched.Value.Text, patched.Value.Place);
        else if (VariableOf(mapping) is { } one) variables.Add(NameOf(one.Name.Text), one.Name.Place, one.Value.Text, one.Value.Place);
        else if (mapping.Entries.Any(entry => IsName(entry.Key.Text) && IsForDotNet(entry.Key.Text))) AddMapping(mapping, variables);
        return variables;
    }

    // { name, value } or { key, value }. The value of a variable with 'valueFrom' is not in this file. In a list of variables, Kubernetes takes a name
    // alone for one that is empty, and nearly any text for a name.
    private static (YamlScalar Name, YamlScalar Value)? VariableOf(YamlMapping mapping, bool isVariable = false)
    {
        if (isVariable && mapping.Entries is [{ Key.Text: "name", Value: YamlScalar { IsNull: false } alone }] && IsAnyName(alone.Text))
        {
            return (alone, alone with { Text = "" });
        }
        if (mapping.Entries.Count < 2 || mapping.FindAny("value") is not YamlScalar value || mapping.Find("valueFrom") is not null) return null;
        var name = mapping.FindAny("name") ?? mapping.FindAny("key");
        return name is YamlScalar { IsNull: false } named && (isVariable ? IsAnyName(named.Text) : IsName(named.Text)) ? (named, value) : null;
    }

    // Kubernetes 1.34: any printable characters of ASCII other than '='.
    private static bool IsAnyName(string name) => name.Length > 0 && name.All(c => c is >= ' ' and <= '~' and not '=');

    // { value: … } alone, as a template of Azure writes its parameters.
    private static YamlScalar? ValueOf(YamlMapping mapping) =>
        mapping.Entries is [{ Key.Text: "value", Value: YamlScalar { IsNull: false } value }] ? value : null;

    // RFC 6902: { op, path, value }.
    private static (string Name, YamlScalar Value)? PatchedVariable(YamlMapping mapping)
    {
        if (mapping.Find("op") is not YamlScalar || mapping.Find("value") is not YamlScalar { IsNull: false } value) return null;
        if (mapping.Find("path") is not YamlScalar { Text: { } path }) return null;
        var name = path[(path.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return IsName(name) && IsForDotNet(name) ? (name, value) : null;
    }

    // As in 'gateway.env.Gateway__Registration__Enabled' of a chart's parameters.
    private static string NameOf(string name) =>
        name.LastIndexOf('.') is >= 0 and var dot && IsForDotNet(name.AsSpan(dot)) ? name[(dot + 1)..] : name;

    private static bool IsForDotNet(ReadOnlySpan<char> name) => name.Contains(Separator, StringComparison.Ordinal);

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-' or ':')) return false;
        }
        return name.Length > 0;
    }

    // A text of several lines may be YAML, JSON or a list of variables: a patch, the values of a chart.
    private void ReadText(YamlScalar text, Step at, FilePart? owner)
    {
        if (_nesting == MaximalNesting || !IsBlock(text) || !text.Text.Contains(Separator, StringComparison.Ordinal)) return;
        var outer = EmbeddedText.Of(text, isEncoded: false, lines);
        _nesting++;
        if (YamlReader.ReadDocument(text.Text, 1, out var fault) is { } inner and not YamlScalar && fault is null) Walk(Moved(inner, outer), at, owner);
        else if (TextLine.Of(text.Text, 0, 1).Any(IsVariable))
        {
            EmbeddedFile.Read(ConfigurationFormat.Env, text.Text, null, PartOf(at, owner), outer, content);
        }
        _nesting--;
    }

    private static bool IsVariable(TextLine line) =>
        line.Text.IndexOf('=') is > 0 and var separator && IsName(line.Text.AsSpan(0, separator))
        && IsForDotNet(line.Text.AsSpan(0, separator));

    // The depth of a document is bounded by its reader.
    private static YamlNode Moved(YamlNode node, EmbeddedText outer) => node switch
    {
        YamlScalar scalar => Moved(scalar, outer),
        YamlSequence sequence => new YamlSequence([.. sequence.Items.Select(item => Moved(item, outer))], outer.PlaceOf(node.Place)),
        YamlMapping mapping => new YamlMapping(
            [.. mapping.Entries.Select(entry => new YamlEntry(Moved(entry.Key, outer), Moved(entry.Value, outer)))], outer.PlaceOf(node.Place)),
        _ => node,
    };

    private static YamlScalar Moved(YamlScalar scalar, EmbeddedText outer) => scalar with { Place = outer.PlaceOf(scalar.Place) };

    private static bool IsBlock(YamlScalar text) => text.Text.Contains('\n', StringComparison.Ordinal) || text.Text.StartsWith('{');

    // Only text that is written as it is read has places inside it.
    private static Place PlaceIn(YamlScalar scalar, int start, int end)
    {
        var place = scalar.Place;
        var isWrittenAsRead = scalar.IsPlain && place.Line == place.EndLine && place.EndColumn - place.Column == scalar.Text.Length;
        return isWrittenAsRead ? place with { Column = place.Column + start, EndColumn = place.Column + end } : place;
    }

    private static FilePart PartOf(Step at, FilePart? owner) =>
        at.Above is null ? owner ?? FilePart.In("variables", null) : FilePart.In(at.Above.Path(at.Segment), owner);

    private static FilePart PartOf(YamlMapping holder, string key, Step at, FilePart? owner) => FilePart.In(
        !IsProcess(at) ? at.Path(key)
        : at.Above!.Segment == Services ? $"service {YamlNodeExtensions.NameOf(at.Segment) ?? "…"}"
        : $"container {holder.FindName("name") ?? at.Segment}",
        owner);

    private static bool IsProcess(Step at) => at.Above is { } above && (above.Segment == Services || _containers.Contains(above.Segment));

    // The position in the walk. The path is composed only for what is found.
    private sealed record Step(Step? Above, string Segment)
    {
        public Step Below(string segment) => new(this, segment);

        public string Path(string key)
        {
            var path = key;
            for (var step = this; step.Above is not null; step = step.Above) path = $"{YamlNodeExtensions.NameOf(step.Segment) ?? "…"}:{path}";
            return path;
        }
    }
}
