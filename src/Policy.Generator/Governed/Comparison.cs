using System.Globalization;

namespace DecisionPolicies.Generator.Governed;

/// <summary>Whether a condition can compare the value of a property.</summary>
internal static class Comparison
{
    /// <summary>Why the condition can never judge such a value, or null if it can.</summary>
    public static string? Impossible(Condition condition, GovernedValue value) => condition switch
    {
        AllCondition all => all.Conditions.Select(each => Impossible(each, value)).FirstOrDefault(reason => reason is not null),
        _ when value.Kind == GovernedKind.Unknown => $"is of type {value.Shown}, which no condition can compare.",
        PresentCondition => Presence(value),
        InCondition any => any.Literals.Select(literal => Equality(literal, value)).FirstOrDefault(reason => reason is not null),
        _ when IsCollection(value) => Collection(value),
        LikeCondition =>
            value.Kind is GovernedKind.Text or GovernedKind.Uri or GovernedKind.Enumeration ? null : $"is {Named(value)}, but 'like' compares text.",
        RouteToCondition =>
            value.Kind == GovernedKind.Text ? null : $"is {Named(value)}, but a route is text.",
        SameOriginCondition => value.Kind is GovernedKind.Text or GovernedKind.Uri ? null : $"is {Named(value)}, but only a URL has an origin.",
        _ => value.Kind is GovernedKind.Text or GovernedKind.Number ? null : $"is {Named(value)}, but only a number has bounds.",
    };

    private static string? Presence(GovernedValue value) => value.Kind switch
    {
        GovernedKind.Items or GovernedKind.Entries => null,
        GovernedKind.Object => "is an object, which can exist without any value being set.",
        _ when value.CanBeNull => null,
        _ => $"is {Named(value)} and always has a value, so it is unclear whether it was set. Make it nullable, or write the value that you mean.",
    };

    private static string? Equality(Literal literal, GovernedValue value) => value.Kind switch
    {
        _ when IsCollection(value) => Collection(value),
        _ when literal.Kind == LiteralKind.Null => "is compared with null, which only a configuration file can hold.",
        GovernedKind.Text => null,
        GovernedKind.Boolean => literal.Kind == LiteralKind.Boolean || bool.TryParse(literal.Text, out _) ? null : $"is a boolean and is never '{literal}'.",
        GovernedKind.Number => literal.Kind == LiteralKind.Number ? null : Number(literal),
        GovernedKind.Enumeration => Member(literal, value),
        GovernedKind.TimeSpan => Span(literal),
        GovernedKind.Guid => Guid.TryParse(literal.Text, out _) ? null : $"is a GUID, which is never written as '{literal}'.",
        GovernedKind.Bytes => Bytes(literal),
        GovernedKind.Character => literal.Text.Length == 1 ? null : $"is a single character and is never '{literal}'.",
        _ => literal.Kind == LiteralKind.String ? null : $"is {Named(value)} and is never '{literal}'.",
    };

    private static string? Member(Literal literal, GovernedValue value)
    {
        var names = value.Members.Select(member => member.Name).ToList();
        var meant = value.Members.FirstOrDefault(member => string.Equals(member.Name, literal.Text, StringComparison.OrdinalIgnoreCase));
        if (meant is null)
        {
            return $"is of type {value.Shown}, which lacks a member '{literal}'.{Spelling.DidYouMean(literal.Text, names)} "
                + $"Members: {string.Join(", ", names)}.";
        }
        return meant.Name == meant.SameAs ? null : $"is of type {value.Shown}, where '{literal}' is another name of '{meant.SameAs}'. Write that.";
    }

    private static string? Number(Literal literal) => Rules.Number.Read(literal.Text) is not { } number
        ? $"is a number and is never '{literal}'."
        : number.Exact?.ToString(CultureInfo.InvariantCulture) == literal.Text ? null : $"is a number; write '{literal}' without quotes.";

    private static string? Span(Literal literal)
    {
        if (!TimeSpan.TryParse(literal.Text, CultureInfo.InvariantCulture, out var span)) return $"is a time span and is never '{literal}'.";
        // The engine reads any text with a colon as a time span.
        return literal.Text.Contains(':') || span.ToString("c") == literal.Text ? null : $"is a time span; write '{literal}' as '{span:c}'.";
    }

    private static string? Bytes(Literal literal)
    {
        try
        {
            var written = Convert.ToBase64String(Convert.FromBase64String(literal.Text));
            return written == literal.Text ? null : $"is Base64; write '{literal}' as '{written}'.";
        }
        catch (FormatException)
        {
            return $"is Base64 and is never '{literal}'.";
        }
    }

    private static bool IsCollection(GovernedValue value) => value.Kind is GovernedKind.Object or GovernedKind.Items or GovernedKind.Entries;

    private static string Collection(GovernedValue value) => value.Kind == GovernedKind.Object
        ? "is an object; write the key of one of its properties."
        : "is a collection; write a key that ends in ':*' to mean its elements.";

    private static string Named(GovernedValue value) => value.Kind switch
    {
        GovernedKind.Boolean => "a boolean",
        GovernedKind.Number => "a number",
        GovernedKind.TimeSpan => "a time span",
        GovernedKind.Guid => "a GUID",
        GovernedKind.Character => "a single character",
        GovernedKind.Bytes => "an array of bytes",
        GovernedKind.Uri => "a URL",
        _ => "of type " + value.Shown,
    };
}
