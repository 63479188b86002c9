using System.Text;

namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>One ValidatingAdmissionPolicy, and its ValidatingAdmissionPolicyBinding.</summary>
/// <param name="status">The status of its decisions, as a word.</param>
/// <param name="number">Which of several it is, from 1.</param>
/// <param name="validations">What it validates.</param>
/// <param name="variables">The variables that are the same in each policy.</param>
internal sealed class AdmissionPolicy(string status, int number, IReadOnlyList<Validation> validations, string variables)
{
    private const string Rules =
        """
          failurePolicy: Fail
          matchConstraints:
            resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [configmaps, pods, pods/ephemeralcontainers, podtemplates, replicationcontrollers]
            - apiGroups: [apps]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [daemonsets, deployments, replicasets, statefulsets]
            - apiGroups: [batch]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [cronjobs, jobs]
          variables:

        """;

    private string Name => number == 1 ? $"decisions-{status}" : $"decisions-{status}-{number}";

    // A warning is seen by who applies an object, and an audit event by who watches the cluster.
    private string Actions => validations[0].IsAccepted ? "[Deny]" : "[Warn, Audit]";

    /// <summary>The length of what each policy has besides its rules, in bytes.</summary>
    /// <param name="variables">The variables that are the same in each policy.</param>
    public static int Overhead(string variables) => Encoding.UTF8.GetByteCount(new AdmissionPolicy("accepted", int.MaxValue, [], variables).Policy());

    /// <summary>The policy as YAML.</summary>
    public string Policy()
    {
        var text = new StringBuilder(Start("ValidatingAdmissionPolicy")).Append("spec:\n").Append(Rules.ReplaceLineEndings("\n")).Append(variables);
        foreach (var validation in validations) text.Append(validation.Variable());
        text.Append("  validations:\n");
        foreach (var validation in validations) text.Append(validation.Text());
        return text.ToString();
    }

    /// <summary>The binding as YAML: to everything in the cluster.</summary>
    public string Binding() => $"{Start("ValidatingAdmissionPolicyBinding")}spec:\n  policyName: {Name}\n  validationActions: {Actions}\n";

    private string Start(string kind) =>
        $"---\napiVersion: admissionregistration.k8s.io/v1\nkind: {kind}\nmetadata:\n  name: {Name}\n  labels:\n    app.kubernetes.io/managed-by: decisions\n";
}
