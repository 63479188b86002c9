namespace DecisionPolicies.Generator;

/// <summary>The names of the pipeline's steps, so that tests can check what an edit repeats.</summary>
internal static class StepNames
{
    public const string Conventions = nameof(Conventions);
    public const string Files = nameof(Files);
    public const string Set = nameof(Set);
    public const string Packs = nameof(Packs);
    public const string Taken = nameof(Taken);
    public const string Target = nameof(Target);
    public const string Parts = nameof(Parts);
    public const string Names = nameof(Names);
    public const string Governed = nameof(Governed);
    public const string GovernedNames = nameof(GovernedNames);
    public const string Enforced = nameof(Enforced);
}
