namespace DecisionPolicies.Records;

/// <summary>
/// Finds the records that are superseded by themselves, by way of others. One search for all records: a search for each would walk a long chain as
/// often as it has records.
/// </summary>
internal static class SupersessionCircles
{
    /// <summary>The paths of these records.</summary>
    /// <param name="files">The records.</param>
    /// <param name="byId">Finds a record.</param>
    public static HashSet<string> In(IReadOnlyList<RecordFile> files, IdIndex byId)
    {
        var successors = files
            .SelectMany(file => file.Record!.Decision.SupersededBy.Select(reference => (Old: file.Path, New: byId.Find(reference, file.Path)?.Path)))
            .Where(pair => pair.New is not null)
            .ToLookup(pair => pair.Old, pair => pair.New!, StringComparer.Ordinal);
        var predecessors = successors.SelectMany(each => each.Select(next => (Old: each.Key, New: next)))
            .ToLookup(pair => pair.New, pair => pair.Old, StringComparer.Ordinal);
        var circles = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // From those that end last: what leads to one of them and was not taken yet is in a circle with it (Kosaraju and Sharir).
        foreach (var path in Enumerable.Reverse(Ended(files, successors)))
        {
            if (!seen.Add(path)) continue;
            var together = new List<string> { path };
            for (var i = 0; i < together.Count; i++) together.AddRange(predecessors[together[i]].Where(seen.Add));
            if (together.Count > 1 || successors[path].Contains(path)) circles.UnionWith(together);
        }
        return circles;
    }

    // Each record after all that it leads to, unless that leads back.
    private static List<string> Ended(IReadOnlyList<RecordFile> files, ILookup<string, string> successors)
    {
        var ended = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Path, IEnumerator<string> Next)>();
        foreach (var file in files)
        {
            Open(file.Path);
            while (open.Count > 0)
            {
                var (path, next) = open.Peek();
                if (next.MoveNext()) Open(next.Current);
                else ended.Add(open.Pop().Path);
            }
        }
        return ended;

        void Open(string path)
        {
            if (seen.Add(path)) open.Push((path, successors[path].GetEnumerator()));
        }
    }
}
