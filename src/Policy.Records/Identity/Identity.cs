namespace DecisionPolicies.Records;

/// <summary>The names of a record in prose and in code.</summary>
/// <param name="Id">The id, as in <c>ADR-0001</c>.</param>
/// <param name="Name">The C# name.</param>
/// <param name="IsNamed">Whether the record states the C# name itself.</param>
internal sealed record Identity(string Id, string Name, bool IsNamed)
{
    private const int MostDigits = 20;

    // The members that the generated class declares, and those that every class inherits from object.
    private static readonly string[] _taken =
        ["All", "Decisions", "Find", "Ids", "Links", "Records", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals",
            "ToString"];

    /// <summary>Reads the id and the name; null, with a fault, if either is missing.</summary>
    public static Identity? Read(FieldReader front, FileName file, Heading heading)
    {
        var given = front.Text(FieldNames.Id) is { Length: > 0 } text ? WithPrefix(text, file) : null;
        if ((given ?? file.Id ?? heading.Id) is not { } id)
        {
            ReportNoId(front);
            return null;
        }
        if (given is not null && file is { Id: { } fromFile, Number: not null } && Reference.Canonical(given) != Reference.Canonical(fromFile))
        {
            front.Report(FaultKind.IdDisagrees, front.PlaceOf(FieldNames.Id)!.Value,
                $"The id is {given}, but the file name says {fromFile}. Change one of them.");
        }

        var named = front.Text("name") is { Length: > 0 } own ? own : null;
        var name = named ?? NameOf(id, file, heading);
        if (named is null && IsTaken(name))
        {
            var renamed = WithNumber(name, id);
            front.Report(FaultKind.RenamedConstant, Place.Start,
                $"The generated class reserves the name '{name}', so this decision is '{renamed}'. Write a better name, as in 'name: NoDcr'.");
            name = renamed;
        }
        if (FaultOf(name) is { } fault)
        {
            front.Report(FaultKind.InvalidName, front.PlaceOf("name") ?? Place.Start, fault);
            return null;
        }
        return new(id, name, named is not null);
    }

    // In ARCH-007-x.md, the id 7 means ARCH-7.
    private static string WithPrefix(string id, FileName file) =>
        id.All(c => c is >= '0' and <= '9') && file is { Id: { } own, Number: not null } && !own.StartsWith("ADR-", StringComparison.Ordinal)
            ? own.Substring(0, own.LastIndexOf('-') + 1) + id
            : id;

    private static string NameOf(string id, FileName file, Heading heading)
    {
        var words = new[] { file.Slug, heading.Title, id };
        return words.Select(PascalCase.Of).FirstOrDefault(name => name.Length > 0) ?? "";
    }

    private static void ReportNoId(FieldReader front)
    {
        const string advice = "Start the file name with a number, as in 0001-title.md, or write 'id: ADR-0001'.";
        var hasRules = front.Node(FieldNames.Rules) is not (null or YamlScalar { Boolean: not null } or YamlSequence { Items.Count: 0 });
        if (!hasRules) front.Report(FaultKind.NotARecord, Place.Start, "The file does not have an id, so it is not read as a decision. " + advice);
        else front.Report(FaultKind.NoId, Place.Start, "The file has rules but does not have an id. " + advice);
    }

    /// <summary>A taken name, with the number of the record appended.</summary>
    public static string WithNumber(string name, string id)
    {
        // The number is at the end of ADR-0007, but at the start of 20240531-use-one-queue (log4brains).
        var last = id.Substring(id.LastIndexOf('-') + 1);
        var first = string.Concat(id.TakeWhile(char.IsDigit));
        return name + (last.Length > 0 && last.All(char.IsDigit) ? last : first.Length > 0 ? first : PascalCase.Of(id));
    }

    private static bool IsTaken(string name) => _taken.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string? FaultOf(string name)
    {
        if (name.Length == 0) return "Neither the file name nor the heading gives a C# name. Write one, as in 'name: NoDcr'.";
        if (IsTaken(name)) return $"The generated class reserves the name '{name}'. Write another name, as in 'name: NoDcr'.";
        if (name.Length > PascalCase.LongestName + MostDigits)
        {
            return $"The C# name is longer than {PascalCase.LongestName} characters. Write a shorter one, as in 'name: NoDcr'.";
        }
        // A property Foo has accessors of these names.
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
        {
            return $"'{name}' looks like a property's accessor. Write another name, as in 'name: NoDcr'.";
        }
        var isIdentifier = (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        return isIdentifier ? null : $"'{name}' is not a valid C# name. Use letters, digits and '_', as in 'name: NoDcr'.";
    }
}
