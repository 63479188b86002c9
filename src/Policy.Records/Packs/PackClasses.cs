namespace DecisionPolicies.Records;

/// <summary>Gives the class of each pack a name that nothing else in the generated class has.</summary>
internal static class PackClasses
{
    /// <summary>The packs, each with the name of its class.</summary>
    /// <param name="packs">The packs, in the order of their ids.</param>
    /// <param name="chosen">The names that the project chose, as in <c>Contoso.Decisions=Platform</c>, with commas between them.</param>
    /// <param name="names">The names of the constants of the project's own records.</param>
    /// <param name="faults">Where a message is added for each name that is taken or is not a C# name.</param>
    public static ValueList<PackSet> Named(IEnumerable<PackSet> packs, string chosen, IEnumerable<string> names, List<string> faults)
    {
        // The compiler's names for generated sources ignore case.
        var taken = names.ToDictionary(name => name, name => $"the decision '{name}'", StringComparer.OrdinalIgnoreCase);
        var wanted = Chosen(chosen);
        var named = new List<PackSet>();
        foreach (var pack in packs)
        {
            var name = wanted.TryGetValue(pack.Pack.Id, out var own) ? own : pack.ClassName;
            if (WhyUnusable(name, pack, taken) is { } why)
            {
                var other = Free(PascalCase.Of(name) is { Length: > 0 } clean ? clean + "Pack" : "Pack", pack, taken);
                faults.Add($"The class of {pack.Pack} cannot be named '{name}', because {why}. Until then it is '{other}'. Choose a name in the project: "
                    + $"<DecisionPack Update=\"{pack.Pack.Id}\" Class=\"{other}\" />.");
                name = other;
            }
            taken.Add(name, $"the class of {pack.Pack}");
            named.Add(pack.Named(name));
        }
        return named.ToValueList();
    }

    private static Dictionary<string, string> Chosen(string text)
    {
        var chosen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(',').Select(each => each.Split('=')))
        {
            if (pair.Length == 2 && pair[1].Trim() is { Length: > 0 } name) chosen[pair[0].Trim()] = name;
        }
        return chosen;
    }

    private static string? WhyUnusable(string name, PackSet pack, Dictionary<string, string> taken) =>
        Identity.FaultOf(name) is not null ? "the generated class reserves it or it is not a C# name"
        : taken.TryGetValue(name, out var owner) ? $"{owner} has it"
        : pack.Records.Any(record => IsNamed(record, name)) ? "one of its decisions has it"
        : null;

    private static bool IsNamed(AdrRecord record, string name) =>
        string.Equals(record.Name.Substring(record.Name.LastIndexOf('.') + 1), name, StringComparison.OrdinalIgnoreCase);

    private static string Free(string name, PackSet pack, Dictionary<string, string> taken)
    {
        var free = name;
        for (var next = 2; WhyUnusable(free, pack, taken) is not null; next++) free = $"{name}{next}";
        return free;
    }
}
