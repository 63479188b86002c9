namespace DecisionPolicies.Records;

/// <summary>How people and code name a record.</summary>
/// <param name="Id">The id, as in <c>ADR-0001</c>.</param>
/// <param name="Name">The C# name.</param>
internal sealed record Identity(string Id, string Name)
{
    // What the generated class declares itself, and what every class has from object.
    private static readonly string[] _taken =
        ["All", "Decisions", "Ids", "Links", "Records", "Decision", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>Reads id and name; null, and a fault, where one of them cannot be had.</summary>
    public static Identity? Read(FieldReader front, FileName file)
    {
        var id = front.Text("id") is { Length: > 0 } given ? given : file.Number.Length > 0 ? "ADR-" + file.Number : null;
        if (id is null)
        {
            front.Report(FaultKind.NoId, Place.Start, "Nothing says which decision this is. Start the file name with a number, as in 0001-title.md, or write 'id: ADR-0001'.");
            return null;
        }
        var name = front.Text("name") is { Length: > 0 } named ? named : file.ToPascalCase();
        if (FaultOf(name) is { } fault)
        {
            front.Report(FaultKind.InvalidName, front.PlaceOf("name") ?? Place.Start, fault);
            return null;
        }
        return new(id, name);
    }

    private static string? FaultOf(string name)
    {
        if (name.Length == 0) return "The file name gives no C# name. Write one, as in 'name: NoDcr'.";
        if (_taken.Contains(name, StringComparer.OrdinalIgnoreCase)) return $"The generated class needs the name '{name}' itself. Write another, as in 'name: NoDcr'.";
        var isIdentifier = (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        return isIdentifier ? null : $"'{name}' is not a C# name. Use letters, digits and '_', as in 'name: NoDcr'.";
    }
}
