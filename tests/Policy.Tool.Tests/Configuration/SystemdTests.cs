namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What a systemd service starts its processes with.</summary>
public sealed class SystemdTests
{
    [Theory]
    [InlineData("Environment=A__B=true", "A:B = true @2,18")]
    [InlineData("Environment=A=1 B=2", "A = 1 @2,15\nB = 2 @2,19")]
    [InlineData("Environment=\"A=b c\" 'B=d \"e\"'", "A = b c @2,16\nB = d \"e\" @2,24")]
    [InlineData("Environment=A=\"b c\" B=d'e f'", "A = b c @2,15\nB = de f @2,23")]
    [InlineData(" Environment =  A=1 ", "A = 1 @2,19")]
    [InlineData("Environment=A=\\x41\\101\\u0041\\t\\s\\\\ B=2", "A = AAA\t \\ @2,15\nB = 2 @2,38")]
    [InlineData("Environment=A=1 \\\n# comment\n  B=2 \\\n; another\n  C=3\nEnvironment=D=4", "A = 1 @2,15\nB = 2 @4,5\nC = 3 @6,5\nD = 4 @7,15")]
    [InlineData("Environment=A=1\nEnvironment=\nEnvironment=B=2", "B = 2 @4,15")]
    [InlineData("Environment=A=1\nEnvironment=A=2", "A = 2 @3,15")]
    [InlineData("Environment=A=50%% B=%i C=%%h", "A = 50% @2,15\nB = %i @2,22\nC = %h @2,27")]
    [InlineData("Environment=A=b=c D", "A = b=c @2,15")]
    [InlineData("Environment=A=", "A =  @2,15")]
    [InlineData("Environment=A=$B\nExecStart=/bin/x B=1\nEnvironmentFile=/etc/gateway.env\nPassEnvironment=C", "A = $B @2,15\nB = 1 @3,18")]
    [InlineData("Environment=A=1\n[Install]\nEnvironment=B=2\n[Service]\nEnvironment=C=3", "A = 1 @2,15\nC = 3 @6,15")]
    [InlineData("# Environment=A=1\n;Environment=B=1\nEnvironment=C=1 # D=2", "C = 1 @4,15\nD = 2 @4,21")]
    public void Environment_sets_variables(string text, string settings) => Assert.Equal(settings, Read.Settings("gateway.service", "[Service]\n" + text));

    [Theory]
    [InlineData("ExecStart=/usr/bin/dotnet /app/g.dll --A:B=1 --C 2 /D=3 /E 4 F=5", "A:B = 1 @2,38\nC = 2 @2,50\nD = 3 @2,52\nE = 4 @2,60\nF = 5 @2,62")]
    [InlineData("ExecStart=-@/app/g --A \"b c\" --D='e' --F=\\x41", "A = b c @2,24\nD = e @2,30\nF = A @2,38")]
    [InlineData("ExecStart=/app/g \\\n# comment\n  --A=1 \\\n  --B=2", "A = 1 @4,3\nB = 2 @5,3")]
    [InlineData("ExecStart=/bin/sh -c 'exec /app/g --A=1'", "A = 1 @2,22")]
    [InlineData("ExecStart=/app/g --A=1\nExecStart=\nExecStart=/app/g --B=2", "B = 2 @4,18")]
    [InlineData("Environment=X=1 Y=--B=2\nExecStart=/app/g --A=${X} $Y --C=$X", "X = 1 @2,15\nY = --B=2 @2,19\nA = 1 @3,18\nB = 2 @3,27\nC = $X @3,30")]
    [InlineData("Environment=A=1\nExecStart=/app/g --A=2", "A = 2 @3,18")]
    [InlineData("ExecStart=/app/g --A=%%b -x", "A = %b @2,18")]
    public void ExecStart_passes_arguments(string text, string settings) => Assert.Equal(settings, Read.Settings("gateway.service", "[Service]\n" + text));

    [Fact]
    public void Each_command_is_a_process_with_the_variables_of_the_unit()
    {
        var trees = Read.Trees("gateway.service", """
            [Service]
            ExecStartPre=/app/migrate --A=1 ; /app/wait
            ExecStartPre=/bin/true
            ExecStart=/app/first --B=2
            ExecStart=/app/g
            Environment=E=3
            """);
        Assert.Equal([null, "ExecStart", "ExecStartPre"], trees.Select(tree => tree.Part?.Text));
        Assert.Equal(["E = 3 @6,15", "E = 3 @6,15\nB = 2 @4,22", "E = 3 @6,15\nA = 1 @2,27"], trees.Select(Read.Settings));
    }

    [Theory]
    [InlineData("Environment=Gateway__Registration__Enabled=true")]
    [InlineData("ExecStart=/app/g --Gateway:Registration:Enabled true")]
    [InlineData("Environment=\"Gateway__Registration__Enabled=true\"")]
    [InlineData("Environment=Gateway__Registration__Enabled='true'")]
    [InlineData("Environment=X=1 \\\n  'Gateway__Registration__Enabled=true'")]
    [InlineData("Environment=Gateway__Registration__Enabled=tr\\x75e")]
    [InlineData("Environment=DOTNET_Gateway__Registration__Enabled=true")]
    public void Other_spellings_mean_the_same(string text) => Assert.Contains(
        Read.All(Assert.Single(Read.Trees("/etc/systemd/system/gateway.service.d/override.conf", "[Service]\r\n" + text))),
        setting => setting is { Key: "Gateway:Registration:Enabled", Value: "true" });

    [Theory]
    [InlineData("[Unit]\nDescription=x\n[Service]\nExecStart=/bin/gateway --a=\"b\n")]
    [InlineData("<?xml version='1.0'?>\n<service-group><name>Environment=A=1</name></service-group>")]
    [InlineData("[D-BUS Service]\nName=a\nExec=/bin/a")]
    [InlineData("")]
    public void A_unit_that_sets_nothing_has_no_configuration(string text) => Assert.Empty(Read.Trees("a.service", text));

    [Theory]
    [InlineData("Environment=\"C=hunter2", "3,13: This quote is not closed, and systemd ignores the rest of the line.")]
    [InlineData("Environment=C=hunter2\\q D=1", "3,22: systemd does not have this escape, and ignores the rest of the line.")]
    [InlineData("Environment=C=\\x4", "3,15: systemd does not have this escape, and ignores the rest of the line.")]
    [InlineData("Environment=C=\\ud800", "3,15: systemd does not have this escape, and ignores the rest of the line.")]
    public void A_fault_says_where_and_the_other_lines_are_read(string text, string fault)
    {
        var file = Read.File("a.service", $"[Service]\nEnvironment=A=1\n{text}\nEnvironment=B=2");
        Assert.Equal([fault], Read.Faults(file));
        Assert.Equal("A = 1 @2,15\nB = 2 @4,15", Read.Settings(Assert.Single(file.Trees)));
    }
}
