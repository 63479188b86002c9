namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads the environment variables of the services in a Compose file (compose-spec).</summary>
internal static class ComposeFile
{
    /// <summary>Adds the environment variables of each service.</summary>
    /// <param name="root">Any document.</param>
    /// <param name="document">Which of several documents it is, or null.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(YamlNode root, FilePart? document, FileContent content)
    {
        if (root.Find("services") is not YamlMapping services) return;
        foreach (var service in services.Entries)
        {
            var variables = new EnvironmentVariables(content);
            switch (service.Value.Find("environment"))
            {
                case YamlMapping mapping: ContainerVariables.AddMapping(mapping, variables); break;
                case YamlSequence list: AddList(list, variables); break;
            }
            content.Add(variables.ToTree(FilePart.In($"service {YamlNodeExtensions.NameOf(service.Key.Text) ?? "…"}", document)));
        }
    }

    private static void AddList(YamlSequence list, EnvironmentVariables variables)
    {
        foreach (var item in list.Items)
        {
            // A name alone takes its value from the environment in which Compose runs.
            if (item is not YamlScalar scalar || scalar.Text.IndexOf('=') is not (> 0 and var separator)) continue;
            var (name, value) = (scalar.Text[..separator], scalar.Text[(separator + 1)..]);
            variables.Add(name, PlaceIn(scalar, 0, separator), value, PlaceIn(scalar, separator + 1, scalar.Text.Length));
        }
    }

    // Only text that is written as it is read has places inside it.
    private static Place PlaceIn(YamlScalar scalar, int start, int end)
    {
        var place = scalar.Place;
        var isWrittenAsRead = scalar.IsPlain && place.Line == place.EndLine && place.EndColumn - place.Column == scalar.Text.Length;
        return isWrittenAsRead ? place with { Column = place.Column + start, EndColumn = place.Column + end } : place;
    }
}
