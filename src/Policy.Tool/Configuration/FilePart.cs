using System.Globalization;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>A part of a configuration file that is judged separately: a container in a manifest, a file inside a ConfigMap.</summary>
/// <param name="Text">The part in words, as in <c>container app of Deployment shop/gateway</c>.</param>
/// <param name="Identity">
/// An identity of the part that other edits of the file do not change, as in <c>Deployment/shop/gateway/container app</c>. It is empty for
/// a part that only its position distinguishes from others.
/// </param>
/// <param name="Name">How a user names it, as in <c>Deployment/gateway/app</c>.</param>
internal sealed record FilePart(string Text, string Identity, string Name)
{
    /// <summary>One of several documents without a name.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static FilePart Document(int number) => Numbered("document", number);

    /// <summary>An item of a list without a name.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static FilePart Item(int number) => Numbered("item", number);

    /// <summary>A build stage without a name.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static FilePart Stage(int number) => Numbered("stage", number);

    /// <summary>A Kubernetes manifest.</summary>
    /// <param name="kind">Its kind, as in <c>Deployment</c>.</param>
    /// <param name="space">Its namespace, or null.</param>
    /// <param name="name">Its name, or null.</param>
    public static FilePart Manifest(string kind, string? space, string? name)
    {
        var named = space is null ? name : $"{space}/{name}";
        return new(named is null ? kind : $"{kind} {named}", $"{kind}/{space}/{name}", named is null ? kind : $"{kind}/{name}");
    }

    /// <summary>A part of a part, or of the whole file.</summary>
    /// <param name="name">What it is, as in <c>container app</c>.</param>
    /// <param name="outer">The part that it is in; null for the whole file.</param>
    public static FilePart In(string name, FilePart? outer) => outer is null
        ? new(name, name, LastWord(name))
        : new($"{name} of {outer.Text}", Joined(outer.Identity, name), $"{outer.Name}/{LastWord(name)}");

    /// <summary>A file inside this part, or one of its own parts.</summary>
    /// <param name="name">Its name.</param>
    public FilePart Containing(string name) => new($"{Text}, {name}", Joined(Identity, name), $"{Name}/{name}");

    /// <summary>A part inside this part.</summary>
    /// <param name="inner">The inner part.</param>
    public FilePart Containing(FilePart inner) => new($"{Text}, {inner.Text}", Joined(Identity, inner.Identity), $"{Name}/{inner.Name}");

    private static FilePart Numbered(string what, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new($"{what} {text}", "", text);
    }

    // As in 'container app'.
    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    // A part without an identity adds nothing to that of another: if it is the only one, it is not named at all.
    private static string Joined(string outer, string inner) => outer.Length == 0 ? inner : inner.Length == 0 ? outer : $"{outer}/{inner}";
}
