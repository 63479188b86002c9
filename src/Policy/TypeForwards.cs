using System.Runtime.CompilerServices;
using DecisionPolicies;

// The decision itself belongs to the core, which the compiler also loads. Code compiled against this assembly finds it here.
[assembly: TypeForwardedTo(typeof(DecisionPolicy))]
[assembly: TypeForwardedTo(typeof(DecisionPack))]
[assembly: TypeForwardedTo(typeof(Amendment))]
[assembly: TypeForwardedTo(typeof(Revisit))]
[assembly: TypeForwardedTo(typeof(Waiver))]
