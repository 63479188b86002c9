namespace DecisionPolicies.Rules;

/// <summary>The value equals one of the literals.</summary>
/// <param name="Literals">The literals; at least one.</param>
internal sealed record InCondition(ValueList<Literal> Literals) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting) => LiteralIn(setting) is not null;

    /// <inheritdoc/>
    internal override Literal? LiteralIn(in Setting setting)
    {
        for (var i = 0; i < Literals.Count; i++)
        {
            if (Literals[i].Matches(setting)) return Literals[i];
        }
        return null;
    }
}

/// <summary>The value matches one of the globs.</summary>
/// <param name="Globs">The globs; at least one.</param>
internal sealed record LikeCondition(ValueList<Glob> Globs) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting)
    {
        if (setting.State != SettingState.Value) return false;
        return IsMatch(setting.Text) || (UrlText.Canonical(setting.Text) is { } canonical && IsMatch(canonical));
    }

    private bool IsMatch(string text)
    {
        for (var i = 0; i < Globs.Count; i++)
        {
            if (Globs[i].IsMatch(text)) return true;
        }
        return false;
    }
}

/// <summary>The key, or a key below it, holds a value; or none does.</summary>
/// <param name="Expected">Whether a value must exist.</param>
internal sealed record PresentCondition(bool Expected) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting) => setting.IsPresent == Expected;
}

/// <summary>The value is a number, and is greater than or equal to the bound.</summary>
/// <param name="Bound">The smallest number that meets the condition.</param>
internal sealed record AtLeastCondition(decimal Bound) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting) => setting.Number?.CompareTo(Number.Of(Bound)) >= 0;
}

/// <summary>The value is a number, and is less than or equal to the bound.</summary>
/// <param name="Bound">The largest number that meets the condition.</param>
internal sealed record AtMostCondition(decimal Bound) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting) => setting.Number?.CompareTo(Number.Of(Bound)) <= 0;
}

/// <summary>The value is a URL with the same origin as the value of another key.</summary>
/// <param name="Other">The other key.</param>
internal sealed record SameOriginCondition(KeyPattern Other) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting)
    {
        if (setting.State != SettingState.Value) return false;
        if (!Other.IsOneKey) return setting.Settings.OriginsAt(Other).Contain(setting.Text);
        var other = Setting.Read(setting.Settings, Other.Text);
        return other.State == SettingState.Value && Origin.AreSame(setting.Text, other.Text);
    }
}

/// <summary>The value is a route that lets a path through which one of the globs matches.</summary>
/// <param name="Globs">The globs; at least one.</param>
internal sealed record RouteToCondition(ValueList<Glob> Globs) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting)
    {
        if (setting.State != SettingState.Value) return false;
        var route = RoutePattern.Parse(setting.Text);
        for (var i = 0; i < Globs.Count; i++)
        {
            if (Globs[i].IsMatch(route, UnknownSegments.MatchAnything)) return true;
        }
        return false;
    }
}

/// <summary>All of the conditions hold.</summary>
/// <param name="Conditions">The conditions; at least one.</param>
internal sealed record AllCondition(ValueList<Condition> Conditions) : Condition
{
    /// <inheritdoc/>
    internal override bool Holds(in Setting setting)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (!Conditions[i].Holds(setting)) return false;
        }
        return true;
    }

    /// <inheritdoc/>
    internal override Literal? LiteralIn(in Setting setting)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (Conditions[i].LiteralIn(setting) is { } literal) return literal;
        }
        return null;
    }
}
