using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>What a program does with its decisions.</summary>
/// <param name="entry">Where the program starts.</param>
/// <param name="own">Its class of decisions; null if it has none.</param>
/// <param name="written">Its code.</param>
internal sealed class WiredProgram(IMethodSymbol entry, INamedTypeSymbol? own, WrittenCode written)
{
    private readonly CallGraph _graph = new(entry);
    private readonly ConcurrentBag<Call> _calls = [];
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>Visits an operation: a call, or a reference to a method or a property.</summary>
    /// <param name="action">The operation.</param>
    public void Visit(OperationAnalysisContext action)
    {
        switch (action.Operation)
        {
            case IInvocationOperation call:
                Visit(action, call.TargetMethod, ArgumentOf(call), isKnown: true);
                break;
            case IMethodReferenceOperation reference:
                Visit(action, reference.Method, null, isKnown: false);
                break;
            // Generated code uses each of them.
            case IPropertyReferenceOperation { Property: { } property, Syntax.SyntaxTree: { } tree }
                when GivenDecisions.IsOwn(property, own) && written.IsIn(tree):
                _used[GivenDecisions.NameOf(property, own)] = true;
                break;
        }
    }

    /// <summary>Why a decision is not applied, and where that is seen; null if it is applied.</summary>
    /// <param name="record">The record of the decision.</param>
    /// <param name="link">Where the record can be read.</param>
    public (Location Place, string Reason)? FaultOf(AdrRecord record, string link)
    {
        var calls = _calls.OrderBy(call => call.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(call => call.Place.SourceSpan.Start).ToList();
        var made = calls.FindAll(call => !call.IsExcluded && _graph.Reaches(call.Container));
        if (made.Exists(call => call.Given is null || call.Given.Contains(record, link, _used.ContainsKey))) return null;
        if (made.LastOrDefault() is { Given: { } given } last)
        {
            return (last.Place, given.IsFiltered ? "this call gives the host a filtered list, which may leave it out"
                : given.OtherAssembly is { } other ? $"this call gives the host the decisions of {other} instead"
                : "this call does not give it to the host");
        }
        if (calls.LastOrDefault() is not { } never) return (Start(), "this program never applies them");
        return (never.Place, never.IsExcluded ? "this call is never reached" : $"nothing calls '{never.Container.Name}', which would apply them");
    }

    private void Visit(OperationAnalysisContext action, IMethodSymbol method, IOperation? argument, bool isKnown)
    {
        _graph.Add(action.Operation, method, action.ContainingSymbol);
        var isForDecisions = Entrance.IsForDecisions(method);
        if (!isForDecisions && !Entrance.IsForOptions(method)) return;
        // Governed options name their decisions themselves.
        var given = isForDecisions ? GivenDecisions.Of(argument, own, isKnown) : null;
        var container = CallGraph.ContainerOf(action.Operation, action.ContainingSymbol);
        _calls.Add(new(Code.Spot.Of(action.Operation.Syntax), container, CallGraph.IsExcluded(action.Operation), given));
    }

    private static IOperation? ArgumentOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "decisions")?.Value;

    // For top-level statements, the first statement.
    private Location Start()
    {
        var place = entry.Locations[0];
        return place.SourceTree is { } tree && entry.Name.StartsWith("<", StringComparison.Ordinal)
            ? tree.GetRoot().GetFirstToken().GetLocation()
            : place;
    }

    /// <summary>A call that has decisions enforced.</summary>
    /// <param name="Place">Its place.</param>
    /// <param name="Container">The method that contains it.</param>
    /// <param name="IsExcluded">Whether a constant condition keeps it from being made.</param>
    /// <param name="Given">The decisions that it gives the host; null if it concerns governed options.</param>
    private sealed record Call(Location Place, ISymbol Container, bool IsExcluded, GivenDecisions? Given);
}
