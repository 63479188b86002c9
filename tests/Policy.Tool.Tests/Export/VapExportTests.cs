namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>An export for Kubernetes is policies and their bindings, and says what they do not see.</summary>
public sealed class VapExportTests : IDisposable
{
    private const string Mock = "status: accepted\nbecause: Mocks answer anybody.\nrules:\n  - { configuration: Gateway:Mock, forbid: true }";

    private const string Missing = "It applies to a setting that is missing, and a manifest is not the whole configuration.";
    private const string Sections = "It applies to sections as well, and an expression cannot list those that match '**:Mock'.";

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_rejects_what_an_accepted_decision_rejects_and_warns_of_a_proposed_one()
    {
        _folder.WithRecord("0001-mock", Mock).WithRecord("0002-trace", Mock.Replace("accepted", "proposed").Replace("Mock", "Trace"));
        Assert.Equal(new(0, "policy: 2 rules of 2 decisions exported\n", ""), _folder.Run("export", "vap", "--out", "policy"));
        Assert.Equal(
            """
            # Written by 'decisions export vap'. Change the records, and export again.
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata:
              name: decisions-accepted
              labels:
                app.kubernetes.io/managed-by: decisions
            spec:
              policyName: decisions-accepted
              validationActions: [Deny]
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata:
              name: decisions-proposed
              labels:
                app.kubernetes.io/managed-by: decisions
            spec:
              policyName: decisions-proposed
              validationActions: [Warn, Audit]

            """.ReplaceLineEndings("\n"),
            _folder.Read("policy/bindings.yaml"));
        var policies = Policies().Split("\n---\n");
        Assert.Equal(3, policies.Length);
        Assert.All(policies[1..], policy => Assert.Contains("\n  failurePolicy: Fail\n", policy));
        Assert.Contains("It does not see: envFrom, valueFrom, arguments, files", policies[0]);
        Assert.Contains(
            """
                # ADR-0001:5 Gateway:Mock
                - expression: variables.rule1 == ''
                  message: "ADR-0001 rejects Gateway:Mock. Read docs/adr/0001-mock.md"
                  messageExpression: |-
                    'ADR-0001 rejects ' + (
            """.ReplaceLineEndings("\n").TrimEnd(),
            policies[1]);
        Assert.Contains("'ADR-0002 is proposed and would reject ' + (", policies[2]);
    }

    [Theory]
    [InlineData("configuration: Gateway:Mock, require: { present: true }", Missing)]
    [InlineData("configuration: \"**:Mock\", require: false", Sections)]
    [InlineData("configuration: \"**:Mock\", forbid: { present: true }", Sections)]
    [InlineData(
        "configuration: Gateway:*:Mock, forbid: true, when: { \"**:Kind\": oauth }",
        "An expression cannot find which keys match '**:Kind' under 'when' together with the rule's own key.")]
    [InlineData("configuration: Gateway:Path, forbid: { route-to: \"**/register\" }", "'route-to' reads the value as a route, and an expression cannot.")]
    public void What_a_policy_cannot_keep_is_refused(string rule, string reason)
    {
        var run = _folder.WithRecord("0001-mock", $"status: accepted\nrules:\n  - {{ {rule} }}").Run("export", "vap", "--out", "policy");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith($"docs/adr/0001-mock.md(4,22): ADR-0001 cannot be exported: {reason} To export the other rules, leave it out with ", run.Error);
        Assert.False(Directory.Exists(_folder.Full("policy")));
    }

    [Fact]
    public void A_rule_that_Kubernetes_does_not_compile_is_refused()
    {
        var words = string.Join(", ", Enumerable.Range(0, 3000).Select(i => $"literal{i}"));
        _folder.WithRecord("0001-mock", $"status: accepted\nrules:\n  - {{ configuration: Gateway:Mock, forbid: [{words}] }}");
        var run = _folder.Run("export", "vap", "--out", "policy");
        Assert.Equal(2, run.Exit);
        Assert.Contains("ADR-0001 cannot be exported: Its expression is longer than Kubernetes compiles. Divide it into several rules.", run.Error);
    }

    [Fact]
    public void A_message_has_one_line()
    {
        _folder.WithRecord("0001-mock", Mock.Replace("Gateway:Mock", "\"Gate\\nway:Mock\"")).Run("export", "vap", "--out", "policy");
        Assert.Contains("message: \"ADR-0001 rejects Gate way:Mock. Read docs/adr/0001-mock.md\"", Policies());
    }

    [Fact]
    public void The_file_says_what_is_left_out()
    {
        _folder.WithRecord("0001-mock", Mock + "\n  - { configuration: Gateway:Url, require: { present: true } }\n  - symbol: T:Gateway.Mock");
        Assert.Equal(0, _folder.Run("export", "vap", "--out", "policy", "--without", "ADR-0001:6").Exit);
        Assert.Contains(
            "\n# Not exported: ADR-0001:6 Gateway:Url. It applies to a setting that is missing, and a manifest is not the whole configuration.\n"
            + "# Not about configuration: ADR-0001:7 T:Gateway.Mock\n---\n",
            Policies());
    }

    [Fact]
    public void Waivers_count_as_of_a_day_and_a_check_reports_those_that_have_expired()
    {
        const string Waiver = "waivers:\n  - { rule: Gateway:Mock, until: 2026-12-10, because: One team migrates. }";
        _folder.WithRecord("0001-mock", $"{Mock}\n  - {{ configuration: Gateway:Trace, forbid: true }}\n{Waiver}");
        Assert.Equal(0, _folder.Run("export", "vap", "--out", "policy").Exit);
        Assert.Contains("\n# Waivers count as of 2026-11-26.\n# Waived until 2026-12-10: ADR-0001:5 Gateway:Mock\n---\n", Policies());
        Assert.DoesNotContain("    # ADR-0001:5 Gateway:Mock", Policies());
        Assert.Contains("    # ADR-0001:6 Gateway:Trace", Policies());
        Assert.Equal(new(0, "policy: up to date\n", ""), _folder.On("2026-12-10").Run("export", "vap", "--out", "policy", "--check"));
        Assert.Equal(
            new(1, "ADR-0001's waiver for Gateway:Mock expired on 2026-12-10. Export again.\n", ""),
            _folder.On("2026-12-11").Run("export", "vap", "--out", "policy", "--check"));
        Assert.Equal(0, _folder.Run("export", "vap", "--out", "policy").Exit);
        Assert.Contains("\n# Waivers count as of 2026-12-11.\n---\n", Policies());
        Assert.Contains("    # ADR-0001:5 Gateway:Mock", Policies());
    }

    [Fact]
    public void The_same_records_make_the_same_export_and_a_check_names_what_differs()
    {
        _folder.WithRecord("0001-mock", Mock).Run("export", "vap", "--out", "one");
        _folder.On("2027-11-26").Run("export", "vap", "--out", "two");
        Assert.Equal(_folder.Read("one/policies.yaml"), _folder.Read("two/policies.yaml"));
        _folder.WithRecord("0001-mock", Mock.Replace("Mocks answer", "A mock answers"));
        Assert.Equal(
            new(1, "one/policies.yaml: not up to date\nRun 'decisions export vap --out one' to update it, with the same options as before.\n", ""),
            _folder.Run("export", "vap", "--out", "one", "--check"));
    }

    [Fact]
    public void Many_rules_become_several_policies_of_which_none_is_large()
    {
        for (var i = 1; i <= 12; i++)
        {
            var rules = Enumerable.Range(1, 10).Select(rule =>
                $"\n  - {{ configuration: \"Section{i}:*:Key{rule}\", forbid: [true, mock, fake], when: {{ \"Section{i}:*:Kind\": oauth }} }}");
            _folder.WithRecord($"{i:0000}-r", $"status: accepted\nbecause: It was decided so.\nrules:{string.Concat(rules)}");
        }
        Assert.Equal(0, _folder.Run("export", "vap", "--out", "policy").Exit);
        var policies = Policies().Split("\n---\n")[1..];
        Assert.All(policies, policy => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(policy), 1, 40_000));
        Assert.Equal(
            Enumerable.Range(1, policies.Length).Select(number => number == 1 ? "decisions-accepted" : $"decisions-accepted-{number}"),
            policies.Select(policy => policy.Split("\n  name: ")[1].Split('\n')[0]));
        Assert.Equal(120, policies.Sum(policy => policy.Split("\n    - expression: variables.rule").Length - 1));
        Assert.InRange(policies.Length, 3, 6);
    }

    [Fact]
    public void A_file_that_the_command_has_not_written_stays()
    {
        var run = _folder.WithRecord("0001-mock", Mock).With("policy/bindings.yaml", "kind: Other\n").Run("export", "vap", "--out", "policy");
        Assert.Equal(2, run.Exit);
        Assert.Equal(
            "decisions: 'policy/bindings.yaml' was not written by this command, and would be overwritten. Remove it, or name another folder.\n", run.Error);
        Assert.False(File.Exists(_folder.Full("policy/policies.yaml")));
    }

    private string Policies() => _folder.Read("policy/policies.yaml");
}
