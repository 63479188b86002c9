using System.Reflection;
using System.Text;

namespace DecisionPolicies.Records.Tests;

/// <summary>Every file of a folder ends as a record, as a skip, or with a fault: nothing is passed over in silence.</summary>
public sealed class NeverSilentTests
{
    private const string Skipped = "skipped";
    private const string SkippedByName = Skipped + ", DP1022 1,1";
    private const string NoRecord = "no record";

    // The result of reading each file of Fixtures: the record's id, C# name and status, and the place of each fault.
    private static readonly Dictionary<string, string> _expected = new(StringComparer.Ordinal)
    {
        ["0000-template.md"] = SkippedByName,
        ["0001-use-yaml.md"] = "ADR-0001 UseYaml Accepted",
        ["00013-five-digits.md"] = "ADR-00013 FiveDigits Accepted, DP1015 2,9",
        ["0002-madr-three.md"] = "ADR-0002 MadrThree Superseded",
        ["0003-the-successor.md"] = "ADR-0003 TheSuccessor Accepted",
        ["0004-nygard.md"] = "ADR-0004 Nygard Accepted",
        ["0005-madr-two.md"] = "ADR-0005 MadrTwo Rejected",
        ["0015-größe.md"] = "ADR-0015 Größe Accepted",
        ["0016-approved.md"] = "ADR-0016 Approved Unknown, DP1004 2,9, DP1024 2,9",
        ["0017-unreadable-date.md"] = "ADR-0017 UnreadableDate Accepted, DP1006 3,7",
        ["0018-broken-link.md"] = "ADR-0018 BrokenLink Accepted, DP1020 6,15",
        ["0019-says-nothing.md"] = "ADR-0019 SaysNothing Unknown, DP1004 1,1",
        ["0020-misspelled.md"] = "ADR-0020 Misspelled Accepted, DP1012 3,1",
        ["0021-no-successor.md"] = "ADR-0021 NoSuccessor Superseded, DP1016 2,9",
        ["0022-one.md"] = "ADR-0022 One Accepted, DP1009 1,1",
        ["0022-two.md"] = "ADR-0022 Two Accepted, DP1009 1,1",
        ["0023-nobody-knows.md"] = "ADR-0023 NobodyKnows Unknown, DP1004 2,1, DP1005 2,1",
        ["0024-half-a-rule.md"] = "ADR-0024 HalfARule Accepted, DP2001 7,5",
        ["0030-a-colon.md"] = "ADR-0030 AColon Accepted, DP1001 3,17",
        ["0031-never-closed.md"] = "ADR-0031 NeverClosed Unknown, DP1001 1,1",
        ["0032-a-line-too-late.md"] = "ADR-0032 ALineTooLate Accepted",
        ["0033-a-bad-name.md"] = "ADR-0033 NoDcr Accepted, DP1008 2,7",
        ["0034-a-taken-name.md"] = "ADR-0034 UseYaml0034 Accepted, DP1013 2,7",
        ["0036-rules-in-bad-yaml.md"] = NoRecord + ", DP1001 2,13",
        ["0037-rules-never-closed.md"] = NoRecord + ", DP1001 1,1",
        ["00NN-provisional.md"] = "00NN-provisional Provisional Proposed",
        ["2024-05-31_012-dated.md"] = "ADR-012 Dated Accepted",
        ["20240531-log4brains.md"] = "20240531-log4brains Log4brains Accepted",
        ["20240601-log4brains-draft.md"] = "20240601-log4brains-draft Log4brainsDraft Proposed",
        ["ADR-007-braces.md"] = "ADR-007 Braces Accepted",
        ["ARCH-001-archgate.md"] = "ARCH-001 Archgate Accepted",
        ["README.md"] = SkippedByName,
        ["adr-template.md"] = SkippedByName,
        ["adr_0008.md"] = "ADR-0008 ANameWithoutWords Deprecated",
        ["glossary.md"] = SkippedByName,
        ["index.md"] = SkippedByName,
        ["rules-and-no-id.md"] = NoRecord + ", DP1003 1,1",
        ["team/0001-use-yaml.md"] = "TEAM-1 TeamUseYaml Accepted",
        ["team/0014-in-a-sub-folder.md"] = "ADR-0014 InASubFolder Accepted",
        ["team/0035-a-list.md"] = "ADR-0035 AList Unknown, DP1001 2,1",
        ["team/README.md"] = Skipped + ", DP1023 4,3",
    };

    private static readonly Dictionary<string, string> _texts = ReadFixtures();

    [Fact]
    public void Every_file_of_the_folder_ends_as_the_table_says() => Assert.Equal(Lines(_expected), Lines(Outcomes(_texts)));

    [Fact]
    public void Every_file_ends_the_same_with_other_line_ends() =>
        Assert.Equal(Lines(_expected), Lines(Outcomes(_texts.ToDictionary(file => file.Key, file => file.Value.Replace("\n", "\r\n")))));

    [Fact]
    public void Records_skips_and_files_with_nothing_but_faults_add_up_to_the_files()
    {
        var files = Read(_texts);
        var set = RecordSet.Of(files);
        var records = set.Records.Select(record => record.Path).ToHashSet();
        var skips = files.Where(file => file.IsSkipped).Select(file => file.Path).ToHashSet();
        var faulty = FaultsOf(files, set).Select(fault => fault.Path).Where(path => !records.Contains(path) && !skips.Contains(path)).ToHashSet();

        Assert.Equal((32, 6, 3), (records.Count, skips.Count, faulty.Count));
        Assert.Equal(_texts.Keys.Order(StringComparer.Ordinal), records.Concat(skips).Concat(faulty).Order(StringComparer.Ordinal));
    }

    // A file that gives no record takes none with it, and adds no fault to another.
    [Theory]
    [MemberData(nameof(FilesWithoutARecord))]
    public void A_file_without_a_record_changes_no_other(string path)
    {
        var without = _expected.Where(file => file.Key != path).ToDictionary();

        Assert.Equal(Lines(without), Lines(Outcomes(_texts.Where(file => file.Key != path).ToDictionary())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\nstatus: [\n---\n")]
    [InlineData("---\n\0\uFFFF: {{{")]
    [InlineData("---\nid: ADR-0101\nname: UseYaml\nstatus: accepted\n---\n")]
    public void One_more_bad_file_changes_no_other(string text)
    {
        // In the order of the paths it comes last, so that no other has to make way for it.
        var outcomes = Outcomes(new Dictionary<string, string>(_texts) { ["z/bad.md"] = text });

        Assert.Contains("DP1", outcomes["z/bad.md"], StringComparison.Ordinal);
        outcomes.Remove("z/bad.md");
        Assert.Equal(Lines(_expected), Lines(outcomes));
    }

    public static TheoryData<string> FilesWithoutARecord =>
        [.. _expected.Where(file => file.Value.StartsWith(NoRecord, StringComparison.Ordinal)).Select(file => file.Key)];

    private static IEnumerable<string> Lines(Dictionary<string, string> outcomes) =>
        outcomes.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}: {file.Value}");

    private static List<RecordFile> Read(Dictionary<string, string> texts) => [.. texts.Select(file => RecordReader.Read(file.Key, file.Value))];

    private static List<FaultInFile> FaultsOf(List<RecordFile> files, RecordSet set) =>
        [.. files.SelectMany(file => file.Faults.Select(fault => new FaultInFile(file.Path, fault))), .. set.Faults];

    private static Dictionary<string, string> Outcomes(Dictionary<string, string> texts)
    {
        var files = Read(texts);
        var set = RecordSet.Of(files);
        var records = set.Records.ToDictionary(record => record.Path);
        var faults = FaultsOf(files, set).ToLookup(fault => fault.Path, fault => $"{fault.Fault.Kind.Id} {fault.Fault.Place.Line},{fault.Fault.Place.Column}");
        return files.ToDictionary(file => file.Path, file => string.Join(", ", faults[file.Path].Order(StringComparer.Ordinal).Prepend(Outcome(file))));

        string Outcome(RecordFile file) => records.TryGetValue(file.Path, out var record)
            ? $"{record.Decision.Id} {record.Name} {record.Decision.Status}"
            : file.IsSkipped
            ? Skipped
            : NoRecord;
    }

    private static Dictionary<string, string> ReadFixtures()
    {
        const string folder = "Fixtures/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(name => name[folder.Length..], name => TextOf(assembly.GetManifestResourceStream(name)!));
    }

    // By hand, so that a byte order mark stays; and with the line ends of the repository, whatever a checkout makes of them.
    private static string TextOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n");
    }
}
