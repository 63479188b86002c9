using Package.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Package.Tests;

/// <summary>Starts the classes first whose set-up takes longest, so that the run does not end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long = [nameof(ToolPackageTests), nameof(PackageContentTests), nameof(NativeAotTests), nameof(StartPageTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections
            .OrderBy(collection => Place(collection.TestCollectionDisplayName))
            .ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    private static int Place(string name) =>
        Array.FindIndex(_long, each => name.Contains($".{each} ", StringComparison.Ordinal)) is >= 0 and var place ? place : _long.Length;
}
