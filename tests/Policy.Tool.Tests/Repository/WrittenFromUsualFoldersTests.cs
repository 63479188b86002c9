using DecisionPolicies.Records;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>What is written from the list of usual folders: a file of the build, and the list in docs/folders.md.</summary>
public sealed class WrittenFromUsualFoldersTests
{
    private const int LineLength = 150;

    [Fact]
    public void The_build_searches_the_usual_folders_on_each_level() => Compare(
        "src/Policy/buildTransitive/UsualFolders.targets",
        "  ",
        [.. Enumerable.Range(0, UsualFolders.LevelsAbove + 1).SelectMany(Level), .. Patterns()]);

    // The section above is about the usual folders. A project may name its folder instead.
    [Fact]
    public void The_build_finds_the_same_files_in_a_named_folder()
    {
        const string Folder = "$(_DecisionRecordsFolder)/**/";
        var targets = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src/Policy/buildTransitive/JudgedProject.targets"));

        Assert.Equal(FilesOfRecords(), targets.Split(Folder).Skip(1).Select(rest => rest[..rest.IndexOfAny([';', '<'])]));
    }

    [Fact]
    public void The_build_looks_for_hidden_records_in_the_usual_folders() => Compare(
        "src/Policy/buildTransitive/HiddenRecords.targets",
        "      ",
        [.. UsualFolders.Names.Select(name => $"      <_DecisionsUsualFolder Include=\"{name}\" />")]);

    [Fact]
    public void The_page_lists_the_usual_folders() => Compare(
        "docs/folders.md",
        "",
        [.. Filled("", UsualFolders.Names.Select(name => $"`{name}`"), ", ")]);

    // The nearest level wins, and a level above the repository's root is not searched.
    private static IEnumerable<string> Level(int level)
    {
        var folder = $"$(_DecisionLevel{level})";
        yield return $"  <PropertyGroup Condition=\"'$(_DecisionRecordsRoot)' == '' and {folder[..^1]}.Length) &gt;= $(_DecisionsRepositoryRoot.Length)\">";
        foreach (var group in Groups())
        {
            yield return $"    <_DecisionRecordsRoot Condition=\"'{folder}' != ''{Gate(folder, group.Key)} and (";
            foreach (var line in Filled("      ", group.Select(name => $"Exists('{folder}/{name}/')"), " or ")) yield return line;
            yield return $"      )\">{folder}</_DecisionRecordsRoot>";
        }
        yield return "  </PropertyGroup>";
    }

    private static IEnumerable<string> Patterns()
    {
        const string root = "$(_DecisionRecordsRoot)";
        foreach (var group in Groups())
        {
            yield return $"  <PropertyGroup Condition=\"'{root}' != ''{Gate(root, group.Key)}\">";
            foreach (var name in group)
            {
                var only = UsualFolders.OddSpelling(name) is { } odd ? $" and !Exists('{root}/{odd}/')" : "";
                yield return $"    <_DecisionRecordFiles Condition=\"Exists('{root}/{name}/'){only}\">";
                yield return "      $(_DecisionRecordFiles)";
                foreach (var file in FilesOfRecords()) yield return $"      ;{root}/{name}/**/{file}";
                yield return "    </_DecisionRecordFiles>";
            }
            yield return "  </PropertyGroup>";
        }
    }

    private static IEnumerable<string> FilesOfRecords() => UsualFolders.Extensions.Select(extension => "*" + extension).Append(RecordConventions.FileName);

    // By the folder that several have in common. Where that is missing, one look is enough: a project pays for each on every evaluation.
    private static IEnumerable<IGrouping<string, string>> Groups() => UsualFolders.Names.GroupBy(name =>
        name.Split('/')[0] is var first && UsualFolders.Names.Count(other => other.StartsWith(first + "/", StringComparison.Ordinal)) > 1 ? first : "");

    private static string Gate(string folder, string first) => first.Length > 0 ? $" and Exists('{folder}/{first}/')" : "";

    private static IEnumerable<string> Filled(string indent, IEnumerable<string> words, string between)
    {
        var line = indent;
        foreach (var word in words)
        {
            if (line.Length > indent.Length && line.Length + between.Length + word.Length > LineLength)
            {
                yield return line + between.TrimEnd();
                line = indent;
            }
            line += line.Length > indent.Length ? between + word : word;
        }
        yield return line;
    }

    private static void Compare(string path, string indent, IReadOnlyList<string> lines)
    {
        var file = Path.Combine(RepositoryFolder.Path, path);
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (begin, end) = ($"{indent}<!-- usual folders: begin -->\n", $"{indent}<!-- usual folders: end -->\n");
        var section = text.Split(begin)[1].Split(end)[0];
        var written = string.Concat(lines.Select(line => line + "\n"));
        if (RepositoryFolder.Accepts) File.WriteAllText(file, text.Replace(begin + section + end, begin + written + end));
        else Assert.Equal(section, written);
    }
}
