using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>How YAML becomes keys and values.</summary>
public sealed class YamlTests
{
    [Fact]
    public void Mappings_and_sequences_become_segments() => Assert.Equal(
        """
        Gateway:Registration:Enabled = true @3,14
        Gateway:Servers:0:Url = https://a @5,12
        Gateway:Servers:1 = two @6,7
        Gateway:Limits:Requests = 0100 @7,20
        """,
        Read.Settings("values.yaml", """
        Gateway:
          Registration:
            Enabled: true
          Servers:
            - Url: https://a
            - two
          Limits:Requests: 0100
        """));

    [Fact]
    public void Null_and_empty_are_different_as_in_JSON() => Assert.Equal(
        """
        a = null @1,4
        b = null @2,3
        c = ~ @3,4
        d = null @4,4
        e =  @5,4
        f =  @6,4
        """,
        Read.Settings("a.yaml", "a: ~\nb:\nc: '~'\nd: {}\ne: []\nf: \"\""));

    [Fact]
    public void A_sequence_at_the_root_has_indexes() => Assert.Equal("0:a = 1 @1,6\n1 = x @2,3", Read.Settings("a.yaml", "- a: 1\n- x\n"));

    [Fact]
    public void Every_document_is_a_configuration()
    {
        var trees = Read.Trees("a.yaml", "%YAML 1.2\n---\n# first\na: 1\n---\na: 2\n...\n# third\na: 3\n");
        Assert.Equal(["document 1", "document 2", "document 3"], trees.Select(tree => tree.Part?.Text));
        Assert.Equal(["a = 1 @4,4", "a = 2 @6,4", "a = 3 @9,4"], trees.Select(Read.Settings));
    }

    [Fact]
    public void A_document_that_cannot_be_read_does_not_hide_the_others()
    {
        var file = Read.File("a.yaml", "a: 1\n---\nb: [1\n---\nc: 3\n");
        Assert.Equal(["a = 1 @1,4", "c = 3 @5,4"], file.Trees.Select(Read.Settings));
        Assert.Equal("3,6: The YAML cannot be read: While parsing a flow sequence, did not find expected ',' or ']'.", Assert.Single(Read.Faults(file)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n---\n")]
    public void An_empty_file_is_not_a_fault(string text) => Assert.Empty(Read.Trees("values.yaml", text));

    [Fact]
    public void The_node_of_an_alias_has_the_place_where_it_is_written() => Assert.Equal(
        """
        base:Enabled = true @2,12
        base:Url = a @3,8
        one:Url = b @6,8
        one:Enabled = true @2,12
        two:0:Enabled = true @2,12
        two:0:Url = a @3,8
        """,
        Read.Settings("a.yaml", """
        base: &base
          Enabled: true
          Url: a
        one:
          <<: *base
          Url: b
        two: [*base]
        """));

    [Fact]
    public void Several_mappings_can_be_merged_and_the_first_wins() => Assert.Equal(
        "a:x = 1 @1,11\nb:x = 2 @2,11\nb:y = 3 @2,17\nc:x = 1 @1,11\nc:y = 3 @2,17",
        Read.Settings("a.yaml", "a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc:\n  <<: [*a, *b]\n"));

    [Fact]
    public void A_tag_may_be_before_an_anchor_or_after_it() => Assert.Equal(
        "a = x @1,4\nb = y @2,4\nc = x @1,4\nd:e = z @5,6",
        Read.Settings("a.yaml", "a: !!str &one x\nb: &two !!str y\nc: *one\nd: !!map &three\n  e: z\n"));

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "3,1: The YAML cannot be read: Duplicate key 'a'.")]
    [InlineData("a:\n\tb: 1\n", "2,1: The YAML cannot be read: This line is indented with a tab, but YAML requires spaces.")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "3,1: The YAML cannot be read: This line is indented with a tab, but YAML requires spaces.")]
    [InlineData("a: b: c\n", "1,5: The YAML cannot be read: A value that contains ': ' needs quotes, as in because: \"One rule: always\".")]
    [InlineData("a: @b\n", "1,4: The YAML cannot be read: A value that starts with this character needs quotes.")]
    [InlineData("a: *b\n", "1,4: The YAML cannot be read: The anchor of this alias must be defined completely before the alias.")]
    [InlineData("a: &a [*a]\n", "1,8: The YAML cannot be read: The anchor of this alias must be defined completely before the alias.")]
    [InlineData("<<: 1\na: 2\n", "1,5: The YAML cannot be read: '<<' merges mappings; this is not a mapping.")]
    [InlineData("? [a]\n: b\n", "1,3: The YAML cannot be read: A key must be text.")]
    public void A_fault_says_where_and_what(string text, string fault) => Assert.Equal(fault, Read.Faults("a.yaml", text));

    [Theory]
    [InlineData("gateway.registration.enabled: true\n", "gateway:registration:enabled = true")]
    [InlineData("gateway:\n  registration.enabled: true\n", "gateway:registration:enabled = true")]
    [InlineData("a.b: 1\na: { b: 2 }\n", "a:b = 2")]
    public void A_dot_in_a_key_is_a_separator_to_some_readers(string text, string settings)
    {
        var trees = Read.Trees("application.yaml", text);
        Assert.Equal(2, trees.Count);
        Assert.Equal(settings, string.Join('\n', Read.All(trees[1]).Select(setting => $"{setting.Key} = {setting.Value}")));
    }

    [Theory]
    [InlineData("app.kubernetes.io/name: x\n")]
    [InlineData("https://a.example: x\n")]
    [InlineData("..: x\n")]
    public void A_dot_in_an_address_is_none(string text) => Assert.Single(Read.Trees("a.yaml", text));

    [Theory]
    [InlineData("a: 1\nA: 2\n", "2,4: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.", "a = 1", "a = 2")]
    [InlineData("a:b: 1\na: { b: 2 }\n", "2,9: Duplicate key: it is already set in line 1. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.",
        "a:b = 1", "a:b = 2")]
    [InlineData("<html>\n", "1,1: This document is only text. A configuration has keys, as in 'key: value'.")]
    public void What_a_host_refuses_is_a_fault_only_where_a_host_reads_the_file(string text, string fault, params string[] others)
    {
        Assert.Equal([fault], Read.Faults(ConfigurationFile.Read("a.yaml", ConfigurationFormat.Yaml, text, isForHost: true)));
        var trees = Read.Trees("a.yaml", text);
        Assert.Equal(others, trees.Select(tree => string.Join('\n', Read.All(tree).Select(setting => $"{setting.Key} = {setting.Value}"))));
    }

    [Theory]
    [InlineData("a: 1\nb: {{ .Values.b }}\n", "2,4")]
    [InlineData("a: 1\n{{- if .Values.b }}\nb: 1\n{{- end }}\n", "2,1")]
    [InlineData("# {{ .Values.a }}\na: {{ .Values.b }}\n", "2,4")]
    [InlineData("a: 1\n---\nb: \"{{- include \"b\" . }}\"\n", "3,5")]
    public void A_Helm_template_has_to_be_rendered_first(string text, string place) => Assert.Equal(
        $"{place}: This is a Helm template, which is not YAML until it is rendered. Check the output of 'helm template' instead.",
        Read.Faults("templates/deployment.yaml", text));

    [Fact]
    public void Braces_in_quotes_and_comments_are_text() => Assert.Equal(
        "a = {{ .Values.a }} @2,4", Read.Settings("a.yaml", "# {{ .Values.b }}\na: \"{{ .Values.a }}\" # {{ include }}"));

    [Fact]
    public void Braces_of_other_tools_are_text() => Assert.Equal(
        "summary = {{ $labels.instance }} is down @1,10", Read.Settings("alerts.yaml", "summary: \"{{ $labels.instance }} is down\""));

    [Fact]
    public void A_key_that_is_too_long_is_reported_and_the_rest_is_read()
    {
        var file = Read.File("a.yaml", $"{new string('k', 600)}:\n  {new string('k', 600)}: 1\nb: 2\n");
        Assert.Equal("b = 2 @3,4", Read.Settings(Assert.Single(file.Trees)));
        Assert.Equal("2,3: The full key is longer than 1024 characters, which is the limit.", Assert.Single(Read.Faults(file)));
    }
}
