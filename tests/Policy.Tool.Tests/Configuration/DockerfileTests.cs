namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What containers of a Dockerfile's stages are started with.</summary>
public sealed class DockerfileTests
{
    [Theory]
    [InlineData("ENV A__B=true", "A:B = true @2,10")]
    [InlineData("env A=1 B=\"b c\" C='d $A'", "A = 1 @2,7\nB = b c @2,11\nC = d $A @2,19")]
    [InlineData("ENV A b  c # d", "A = b  c # d @2,7")]
    [InlineData("ENV A \"b c\"", "A = b c @2,7")]
    [InlineData("ENV A=b\\ c B=\\\"d\\\"", "A = b c @2,7\nB = \"d\" @2,14")]
    [InlineData("ENV A=b\"c d\"'e f'", "A = bc de f @2,7")]
    [InlineData("ENV A=", "A =  @2,7")]
    [InlineData("ENV A=1 \\\n    B=2 \\  \n# comment\n\n    C=3\nENV D=4", "A = 1 @2,7\nB = 2 @3,7\nC = 3 @6,7\nD = 4 @7,7")]
    [InlineData("ENV A=tr\\\nue", "A = true @2,7")]
    [InlineData("ENV A=1\nENV A=2", "A = 2 @3,7")]
    [InlineData("# ENV A=1\nRUN export B=1\n  ENV C=2", "C = 2 @4,9")]
    [InlineData("RUN <<EOF\nENV A=1\nEOF\nENV B=2", "B = 2 @5,7")]
    [InlineData("COPY <<-\"A\" <<B /x/\nENV A=1\n\tA\nENV C=1\nB\nENV B=2", "B = 2 @7,7")]
    [InlineData("RUN echo <<EOF\nENV A=1", "A = 1 @3,7")]
    [InlineData("ENV A=true B=$A\nENV C=${A} D=${A:-x}y", "A = true @2,7\nB = $A @2,14\nC = true @3,7\nD = truey @3,14")]
    [InlineData("ENV A=true\nENV B=$X C=${A D=${A:+x} E=$", "A = true @2,7\nB = $X @3,7\nC = ${A @3,12\nD = ${A:+x} @3,18\nE = $ @3,28")]
    [InlineData("ENV A=\\$B B='$C'", "A = $B @2,7\nB = $C @2,13")]
    [InlineData("ENV \"A\"=b", "A = b @2,9")]
    public void An_instruction_sets_variables(string text, string settings) => Assert.Equal(settings, Read.Settings("Dockerfile", "FROM x\n" + text));

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"g.dll\", \"--A:B=1\", \"--C\", \"2\"]", "A:B = 1 @2,33\nC = 2 @2,51")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"g.dll\"]\nCMD [\"--A=1\", \"/B\", \"2\"]", "A = 1 @3,7\nB = 2 @3,22")]
    [InlineData("CMD [\"--A=1\"]\nENTRYPOINT [\"/app/g\"]", "A = 1 @2,7")]
    [InlineData("CMD [\"--A=1\"]", "A = 1 @2,7")]
    [InlineData("CMD dotnet g.dll --A=1 /B '2 3'", "A = 1 @2,18\nB = 2 3 @2,27")]
    [InlineData("ENV X=1\nENTRYPOINT exec /app/g --A=$X \\\n  --B=\"${X}\"", "X = 1 @2,7\nA = 1 @3,24\nB = 1 @4,3")]
    [InlineData("ENV X=1\nENTRYPOINT [\"/app/g\", \"--A=$X\"]", "X = 1 @2,7\nA = $X @3,24")]
    [InlineData("ENTRYPOINT /app/g --A=1\nCMD [\"--B=2\"]", "A = 1 @2,19")]
    [InlineData("CMD [\"/app/g\", \"--A=\\u00e4\\\"\"]", "A = ä\" @2,17")]
    [InlineData("CMD [\"sh\", \"-c\", \"exec /app/g --A=1\"]", "A = 1 @2,19")]
    [InlineData("CMD [ \"/app/ä\", \"--A=1\" ]", "A = 1 @2,18")]
    [InlineData("CMD /app/g --A=1\nCMD /app/g --B=2", "B = 2 @3,12")]
    [InlineData("CMD ['/app/g', '--A=1'] --B=2", "A = 1] @2,16\nB = 2 @2,25")]
    [InlineData("HEALTHCHECK CMD /app/g --A=1\nONBUILD CMD /app/g --A=1\nENV B=2", "B = 2 @4,7")]
    [InlineData("ENV A=1\nCMD [\"/app/g\", \"--A=2\"]", "A = 2 @3,17")]
    public void A_command_passes_arguments(string text, string settings) => Assert.Equal(settings, Read.Settings("Dockerfile", "FROM x\n" + text));

    [Theory]
    [InlineData("", "A = 1 @2,24\nB = 2 @3,7")]
    [InlineData("CMD [\"--C=3\"]", "A = 1 @2,24\nC = 3 @5,7")]
    [InlineData("ENTRYPOINT [\"/app/h\"]", "")]
    [InlineData("ENTRYPOINT [\"/app/h\"]\nCMD [\"--C=3\"]", "C = 3 @6,7")]
    public void A_stage_starts_what_its_own_stage_starts(string text, string settings)
    {
        var file = Read.File("Dockerfile", "FROM x AS base\nENTRYPOINT [\"/app/g\", \"--A=1\"]\nCMD [\"--B=2\"]\nFROM base AS final\n" + text);
        Assert.Equal(settings, string.Concat(file.Trees.Where(tree => tree.Part!.Name == "final").Select(Read.Settings)));
        Assert.Equal(settings.Length == 0 ? ["final"] : [], file.Idle.Select(part => part.Name));
    }

    [Fact]
    public void A_stage_that_is_started_with_nothing_is_a_process_too() =>
        Assert.Equal(["base", "2"], Read.File("Dockerfile", "FROM x AS base\nRUN y\nFROM x\nCMD [\"/app/g\"]").Idle.Select(part => part.Name));

    [Theory]
    [InlineData("CMD [\"--Gateway:Registration:Enabled=true\"]")]
    [InlineData("ENV Gateway__Registration__Enabled=true")]
    [InlineData("ENV Gateway__Registration__Enabled true")]
    [InlineData("ENV Gateway__Registration__Enabled=\"true\"")]
    [InlineData("ENV X=1 \\\n  # why\n  Gateway__Registration__Enabled='true'")]
    [InlineData("ARG ON=true\nENV Gateway__Registration__Enabled=$ON")]
    [InlineData("ENV ON=true\nENV Gateway__Registration__Enabled=${ON}")]
    [InlineData("Env ASPNETCORE_Gateway__Registration__Enabled=true")]
    public void Other_spellings_mean_the_same(string text) => Assert.Contains(
        Read.All(Read.Trees("Dockerfile", "FROM x\n" + text)[0]), setting => setting is { Key: "Gateway:Registration:Enabled", Value: "true" });

    [Fact]
    public void Another_escape_leaves_backslashes_alone() => Assert.Equal(
        "A = C:\\ @3,7\nB = x y @4,5", Read.Settings("Dockerfile", "# syntax=docker/dockerfile:1\n#escape = `\nENV A=C:\\ `\n  B=x` y"));

    [Fact]
    public void A_directive_after_a_comment_is_a_comment() => Assert.Equal(
        "A = 1 @3,7\nB = 2 @4,3", Read.Settings("Dockerfile", "# a comment\n# escape=`\nENV A=1 \\\nB=2"));

    [Fact]
    public void Each_stage_is_a_configuration_with_what_its_own_stage_sets()
    {
        const string Text = """
            ARG ON=true
            FROM --platform=linux/amd64 sdk AS build
            ENV DOTNET_ENVIRONMENT=Staging
            ENV Queue__Count=1
            ENV Queue__Name=a
            FROM Build AS final
            ARG ON
            ENV Queue__Count=2 Queue__On=$ON
            FROM other
            ENV A=1
            """;
        var trees = Read.Trees("gateway.Dockerfile", Text);
        Assert.Equal(
            ["build arguments", "stage build", "stage final", "build arguments of stage final", "stage 3"], trees.Select(tree => tree.Part?.Text));
        Assert.Equal(["build arguments", "stage build", "stage final", "stage final/build arguments", ""], trees.Select(tree => tree.Part?.Identity));
        Assert.Equal([null, "Staging", "Staging", null, null], trees.Select(tree => tree.Environment));
        Assert.Equal(
            "DOTNET_ENVIRONMENT = Staging @3,24\nQueue:Count = 2 @8,18\nQueue:Name = a @5,17\nQueue:On = true @8,30\nENVIRONMENT = Staging @3,24",
            Read.Settings(trees[2]));
        Assert.Equal("ON = true @1,8", Read.Settings(trees[3]));
        Assert.Equal("A = 1 @10,7", Read.Settings(trees[4]));
    }

    [Fact]
    public void Build_arguments_are_not_variables_of_the_host()
    {
        var trees = Read.Trees("Containerfile", "FROM x\nARG A__B=true C D=\"e f\"\n");
        Assert.Equal("A:B = true @2,10\nD = e f @2,19", Read.Settings(Assert.Single(trees)));
        Assert.Equal("build arguments", trees[0].Part?.Text);
    }

    [Theory]
    [InlineData("ENV A=1 hunter2", "2,9: This word is not valid. ENV has NAME=value, or one name and one value.")]
    [InlineData("ENV A", "2,5: This word is not valid. ENV has NAME=value, or one name and one value.")]
    [InlineData("ENV =hunter2", "2,5: This word is not valid. ENV has NAME=value, or one name and one value.")]
    [InlineData("ARG A=\"hunter2", "2,7: This quote is not closed.")]
    [InlineData("ENV A it's hunter2", "2,9: This quote is not closed.")]
    public void A_fault_says_where_and_the_other_instructions_are_read(string text, string fault)
    {
        var file = Read.File("Dockerfile", $"FROM x\n{text}\nENV B=2");
        Assert.Equal([fault], Read.Faults(file));
        Assert.Contains("B = 2 @3,7", Read.Settings(file.Trees[0]));
    }

    [Fact]
    public void Variables_that_double_each_other_have_a_limit()
    {
        var text = "FROM x\nENV A=0123456789\n" + string.Concat(Enumerable.Repeat("ENV A=$A$A\n", 100));
        Assert.InRange(Assert.Single(Read.All(Assert.Single(Read.Trees("Dockerfile", text)).Settings)).Value!.Length, 2, 8 * 1024 * 1024);
    }

    [Fact]
    public void What_stages_inherit_has_a_limit()
    {
        var text = "FROM x AS a\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"ENV A{i}=1\n"))
            + string.Concat(Enumerable.Repeat("FROM a AS b\nENV B=1\n", 100));
        var file = Read.File("Dockerfile", text);
        Assert.Equal(["2,5: Stages inherit more than 100000 variables, which is the limit."], Read.Faults(file));
        Assert.All(file.Trees, tree => Assert.NotEmpty(Read.All(tree)));
    }
}
