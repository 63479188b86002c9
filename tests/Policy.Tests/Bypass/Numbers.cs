namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to spell a number, for each type that reads it so.</summary>
internal static class Numbers
{
    public static IEnumerable<Way> Rows =>
    [
        .. Spelled(8080,
            "8080", " 8080 ", "+8080", "008080", "8080\0", "\u00A08080", "8080\u2003", "\u30008080\u0085",
            "0x1F90", "0X1f90", " 0x1F90 ", "&h1F90", "&H1f90", "#1F90", "0x0x1F90", "#0x1F90",
            "&h0X1F90", "0x+1F90", "#+1F90", "&h+0x1F90", "0x0000000000000001F90"),
        .. Spelled<short>(8080, "0x1F90", "0x+1F90"),
        .. Spelled<ushort>(8080, "&h1F90"),
        .. Spelled<uint>(8080, "#1F90"),
        .. Spelled(8080L, "0x1F90", "\u00A08080\u00A0"),
        .. Spelled(8080UL, "0x0x1F90"),
        .. Spelled<Int128>(8080, "0x1F90", "0x 1F90", "# 1F90", "0x1F90\0"),
        .. Spelled<UInt128>(8080, "0x1F90"),
        .. Spelled(8080m, "8080.0", "8080.", "+8080.00", "8.08e3", "808000E-2", ".808e4", "\u00A08080.0", "8080.00000000000000000000000000000000000001"),
        .. Spelled(8080d, "8080.0", "8.08e3", "8080.00000000000000001", "8079.99999999999999999999"),
        .. Spelled(8080f, "8.08E+3"),
        .. Spelled((Half)8080, "8080.0"),
        .. Spelled<int?>(8080, "0x1F90"),
        new AtStart("The fraction 0.1, with more digits than a double has", Forbidden.Value(Is("0.1"), 0.1),
            scene => scene.With("Section:Value", "0.1000000000000000055511151231257827")),
        new AtStart("A number beyond what a decimal holds, written out", Forbidden.Value(Is("1e30"), 1e30),
            scene => scene.With("Section:Value", "1000000000000000000000000000000")),
        new AtStart("A number beyond 64 bits, in hexadecimal", Forbidden.Value(Is("18446744073709551616"), Int128.Parse("18446744073709551616")),
            scene => scene.With("Section:Value", "0x10000000000000000")),

        Negative<sbyte>(-1, "0xFF"),
        Negative<sbyte>(-128, "0x80"),
        Negative<short>(-1, "0xFFFF"),
        Negative<short>(-2, "&hfffe"),
        Negative(-1, "0xFFFFFFFF"),
        Negative(-1, "#FFFFFFFF"),
        Negative(-1, "0x+0xFFFFFFFF"),
        Negative(int.MinValue, "0x80000000"),
        Negative(-1L, "0xFFFFFFFFFFFFFFFF"),
        Negative<Int128>(-1, "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"),
        new AtStart("Hexadecimal that is the greatest of an unsigned type", Forbidden.Value(Is("4294967295"), uint.MaxValue),
            scene => scene.With("Section:Value", "0xFFFFFFFF")),

        AtLeast60(60, "60"),
        AtLeast60(61, " +61 "),
        AtLeast60(60, "0x3C"),
        AtLeast60(60.0, "6e1"),
        AtLeast60(60.0, "59.99999999999999999999"),
        AtLeast60(1e30, "1e30"),
        AtLeast60(double.PositiveInfinity, "Infinity"),
        AtLeast60(double.PositiveInfinity, "+infinity"),
        AtLeast60(double.PositiveInfinity, "1e400"),
        AtLeast60(float.PositiveInfinity, "\u00A01e99\u00A0"),
        AtLeast60(UInt128.Parse("18446744073709551616"), "0x10000000000000000"),
        new AtStart("A number above the most that is required, in hexadecimal", Forbidden.Instead(Condition.AtMost(100), 101),
            scene => scene.With("Section:Value", "#65")),
        new AtStart("A number below the least that is required, negative", Forbidden.Instead(Condition.AtLeast(1), -1),
            scene => scene.With("Section:Value", "-1")),
        new AtStart("A number below the least that is required, in hexadecimal", Forbidden.Instead(Condition.AtLeast(1), -1),
            scene => scene.With("Section:Value", "0xFFFFFFFF")),
        new AtStart("A number below the least that is required, infinite", Forbidden.Instead(Condition.AtLeast(1), double.NegativeInfinity),
            scene => scene.With("Section:Value", "-Infinity")),
        new AtStart("A number where a least is required, and it is none", Forbidden.Instead(Condition.AtLeast(1), double.NaN),
            scene => scene.With("Section:Value", "NaN")),
        new AtStart("A number where a most is required, nowhere set", Forbidden.Instead(Condition.AtMost(100), 0), _ => { }),
        new AtStart("A number between forbidden bounds", Forbidden.Value(Condition.All(Condition.AtLeast(1), Condition.AtMost(1023)), 443),
            scene => scene.With("Section:Value", "0x1BB")),
        new AtStart("A negative number between forbidden bounds", Forbidden.Value(Condition.All(Condition.AtLeast(-9), Condition.AtMost(-1)), -9),
            scene => scene.With("Section:Value", "0xFFFFFFF7")),
        new AtStart("A number that is one of a list", Forbidden.Value(Condition.In(Literal.Number("80"), Literal.Number("8080")), 8080),
            scene => scene.With("Section:Value", "0x1f90")),
    ];

    private static IEnumerable<Way> Spelled<T>(T number, params string[] spellings) =>
        spellings.Select(spelling => new AtStart($"The number 8080 as {NameOf<T>()}, written {Shown(spelling)}", Forbidden.Value(Is("8080"), number),
            scene => scene.With("Section:Value", spelling)));

    private static AtStart Negative<T>(T number, string spelling) => new(
        $"The number {number} as {NameOf<T>()}, written {spelling}", Forbidden.Value(Is($"{number}"), number), scene => scene.With("Section:Value", spelling));

    private static AtStart AtLeast60<T>(T number, string spelling) => new(
        $"A number above a bound as {NameOf<T>()}, written {Shown(spelling)}", Forbidden.Value(Condition.AtLeast(60), number), scene =>
            scene.With("Section:Value", spelling));

    private static Condition Is(string number) => Condition.EqualTo(Literal.Number(number));

    private static string NameOf<T>() => Nullable.GetUnderlyingType(typeof(T)) is { } type ? $"a nullable {type.Name}" : typeof(T).Name;

    // The name of a test does not show white space.
    private static string Shown(string text) => string.Concat(text.Select(c => c > ' ' && c < '\x7F' ? c.ToString() : $"<U+{(int)c:X4}>"));
}
