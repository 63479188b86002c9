namespace DecisionPolicies.Records;

/// <summary>The names of a record in prose and in code.</summary>
/// <param name="Id">The id, as in <c>ADR-0001</c>.</param>
/// <param name="Name">The C# name.</param>
/// <param name="IsNamed">Whether the record states the C# name itself.</param>
internal sealed record Identity(string Id, string Name, bool IsNamed)
{
    private const int MostDigits = 20;
    private const int DigitsOfId = 4;

    // For a file without a letter in its name.
    private const string Fallback = "Decision";

    // The members that the generated class declares, and those that every class inherits from object.
    private static readonly string[] _taken =
        ["All", "Decisions", "Find", "Ids", "Links", "Records", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals",
            "ToString"];

    /// <summary>Reads the id and the name; null, with a fault, if either is missing.</summary>
    /// <param name="front">The record's fields.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="heading">Its title in the text.</param>
    /// <param name="hasStatus">Whether it states a status.</param>
    public static Identity? Read(FieldReader front, FileName file, Heading heading, bool hasStatus)
    {
        var given = front.Text(FieldNames.Id) is { Length: > 0 } text ? WithPrefix(text, file) : null;
        if ((given ?? file.Id ?? heading.Id ?? (hasStatus ? file.Letters : null)) is not { } id)
        {
            ReportNoId(front);
            return null;
        }
        JudgeCharacters(id, front);
        // "id: use-mail" is the id of a site generator, and SEC-7 in 0007-x.md another series. Neither contradicts the number of the file.
        if (given is not null && file is { Id: { } fromFile, Number: { } number } && FileName.Of(given).Number is { } stated && stated != number)
        {
            front.Report(FaultKind.IdDisagrees, front.PlaceOf(FieldNames.Id)!.Value,
                $"The id is {given}, but the file name says {fromFile}. Change one of them.");
        }

        // Other tools write a title here: "name: Use one queue".
        var named = front.Text("name") is { Length: > 0 } own && !own.Any(char.IsWhiteSpace) ? own : null;
        var unusable = named is null ? null : FaultOf(named);
        if (unusable is not null) named = PascalCase.Of(named!) is { Length: > 0 } cleaned && FaultOf(cleaned) is null ? cleaned : null;
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
            unusable ??= fault;
            name = WithNumber(Fallback, id);
        }
        if (unusable is not null) front.Report(FaultKind.InvalidName, front.PlaceOf("name") ?? Place.Start, $"{unusable} Until then it is '{name}'.");
        return new(id, name, named is not null);
    }

    private static void JudgeCharacters(string id, FieldReader front)
    {
        var place = front.PlaceOf(FieldNames.Id) ?? Place.Start;
        var odd = id.ToList().FindIndex(c => !char.IsLetterOrDigit(c) && c is not ('-' or '.' or '_'));
        if (odd < 0) RuleCharacters.WarnOfMixedAlphabets(front, id, place);
        else
        {
            front.Report(FaultKind.InvalidId, place, InvisibleCharacter.IsAt(id, odd)
                ? RuleCharacters.MessageOf(id, odd)
                : $"The id '{id}' contains '{id.Substring(odd, InvisibleCharacter.LengthAt(id, odd))}'. Use letters, digits, '-', '.' and '_', as in "
                    + "'id: ADR-0001'.");
        }
    }

    // In ARCH-007-x.md, the id 7 means ARCH-007; without a number in the name, it means ADR-0007.
    private static string WithPrefix(string id, FileName file)
    {
        if (id.Length > DigitsOfId && !id.StartsWith("0", StringComparison.Ordinal) || !id.All(c => c is >= '0' and <= '9')) return id;
        if (file is not { Id: { } own, Number: { } number }) return "ADR-" + id.PadLeft(DigitsOfId, '0');
        return number == int.Parse(id) ? own : own.Substring(0, own.LastIndexOf('-') + 1) + id.PadLeft(DigitsOfId, '0');
    }

    private static string NameOf(string id, FileName file, Heading heading)
    {
        var words = new[] { file.Slug, heading.Title, id };
        return words.Select(PascalCase.Of).FirstOrDefault(name => name.Length > 0) ?? "";
    }

    private static void ReportNoId(FieldReader front)
    {
        const string advice = "Start the file name with a number, as in 0001-title.md, or write 'id: ADR-0001'.";
        if (!RuleReader.HasRules(front))
        {
            front.Report(FaultKind.NotARecord, Place.Start, "The file does not have an id, so it is not read as a decision. " + advice);
        }
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

    /// <summary>Why the generated class cannot have a member of that name; null if it can.</summary>
    /// <param name="name">The name.</param>
    public static string? FaultOf(string name)
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
