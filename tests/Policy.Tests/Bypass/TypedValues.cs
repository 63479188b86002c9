namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to spell a value of a type that reads more than one spelling.</summary>
internal static class TypedValues
{
    private static readonly Guid _id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    public static IEnumerable<Way> Rows =>
    [
        Id("6F9619FF-8B86-D011-B42D-00CF4FC964FF", "in upper case"),
        Id("6f9619ff8b86d011b42d00cf4fc964ff", "without dashes"),
        Id("{6f9619ff-8b86-d011-b42d-00cf4fc964ff}", "in braces"),
        Id("(6f9619ff-8b86-d011-b42d-00cf4fc964ff)", "in parentheses"),
        Id("{0x6f9619ff,0x8b86,0xd011,{0xb4,0x2d,0x00,0xcf,0x4f,0xc9,0x64,0xff}}", "in hexadecimal"),
        Time("00:05", "without seconds"),
        Time("0:5:0", "without leading zeros"),
        Time("0.00:05:00", "with days"),
        Time("0:0:5:0", "with days before a colon"),
        Time("00:05:00.0000000", "with fractions"),
        Time(" 00:05:00 ", "between spaces"),
        new AtStart("A time span of a day, written as a number", Forbidden.Value(Text("1.00:00:00"), TimeSpan.FromDays(1)),
            scene => scene.With("Section:Value", "1")),
        Date("2027-1-31", "without leading zeros"),
        Date("01/31/2027", "with slashes"),
        Date(" Sunday, 31 January 2027 ", "in words"),
        new AtStart("A date and time of midnight", Forbidden.Value(Text("2027-01-31"), new DateTime(2027, 1, 31)),
            scene => scene.With("Section:Value", "2027-01-31T00:00")),
        new AtStart("A version with leading zeros", Forbidden.Value(Text("1.2.3"), new Version(1, 2, 3)), scene => scene.With("Section:Value", "01.2.03")),
        Url("https://idp.example", "without a slash"),
        Url("HTTPS://IDP.example/", "in upper case"),
        Url(" https://idp.example/ ", "between spaces"),
        Url("https://idp.example:443", "with its default port"),
        Url("https:\\\\idp.example", "with backslashes"),
        Url("https://idp.example/a/..", "with dot segments"),
        Url("https://user:password@idp.example/", "with a user"),
        Url("https://idp.example/#", "with a fragment"),
        new AtStart("The first date, as empty text", Forbidden.Value(Condition.EqualTo(Literal.String("0001-01-01")), default(DateOnly)),
            scene => scene.With("Section:Value", "")),
        new AtStart("The first moment, as white space", Forbidden.Value(Condition.EqualTo(Literal.String("0001-01-01")), default(DateTime)),
            scene => scene.With("Section:Value", " ")),
        new AtStart("A URL whose scheme is forbidden, with backslashes", Forbidden.Value(Condition.Like("http://**"), new Uri("http://idp.example")),
            scene => scene.With("Section:Value", "http:\\\\idp.example")),
        new AtStart("A URL whose host is forbidden, with a user", Forbidden.Value(Condition.Like("https://idp.example/**"), new Uri("https://idp.example/x")),
            scene => scene.With("Section:Value", "https://user@idp.example/x")),
        new AtStart("A URL whose path is forbidden, percent-encoded", Forbidden.Value(Condition.Like("**/register"), new Uri("https://idp.example/register")),
            scene => scene.With("Section:Value", "https://idp.example/%72egister")),
        new AtStart("A URL whose path is forbidden, with dot segments",
            Forbidden.Value(Condition.Like("**/oauth/register"), new Uri("https://idp.example/oauth/register")),
            scene => scene.With("Section:Value", "https://idp.example/oauth/x/../register")),
        new AtStart("A URL that is required to be another", Forbidden.Instead(Text("https://idp.example"), new Uri("http://idp.example")),
            scene => scene.With("Section:Value", "http://idp.example")),
    ];

    private static AtStart Id(string value, string how) =>
        new($"A GUID {how}", Forbidden.Value(Text(_id.ToString()), _id), scene => scene.With("Section:Value", value));

    private static AtStart Time(string value, string how) =>
        new($"A time span {how}", Forbidden.Value(Text("00:05:00"), TimeSpan.FromMinutes(5)), scene => scene.With("Section:Value", value));

    private static AtStart Date(string value, string how) =>
        new($"A date {how}", Forbidden.Value(Text("2027-01-31"), new DateOnly(2027, 1, 31)), scene => scene.With("Section:Value", value));

    private static AtStart Url(string value, string how) =>
        new($"A URL {how}", Forbidden.Value(Text("https://idp.example/"), new Uri("https://idp.example/")), scene => scene.With("Section:Value", value));

    private static Condition Text(string text) => Condition.EqualTo(Literal.String(text));
}
