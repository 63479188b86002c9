namespace System;

/// <summary>A day of the calendar, without time or zone: what of .NET's type of this name is needed where that does not exist.</summary>
public readonly struct DateOnly : IComparable<DateOnly>, IEquatable<DateOnly>
{
    private readonly DateTime _midnight;

    /// <summary>Makes a day.</summary>
    /// <param name="year">The year, from 1 to 9999.</param>
    /// <param name="month">The month, from 1.</param>
    /// <param name="day">The day of the month, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such day.</exception>
    public DateOnly(int year, int month, int day) => _midnight = new(year, month, day);

    /// <summary>The year.</summary>
    public int Year => _midnight.Year;

    /// <summary>The month, from 1.</summary>
    public int Month => _midnight.Month;

    /// <summary>The day of the month, from 1.</summary>
    public int Day => _midnight.Day;

    /// <summary>The number of days since January 1 of the year 1.</summary>
    public int DayNumber => (int)(_midnight.Ticks / TimeSpan.TicksPerDay);

    /// <summary>Whether two days are the same.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator ==(DateOnly left, DateOnly right) => left._midnight == right._midnight;

    /// <summary>Whether two days are different.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator !=(DateOnly left, DateOnly right) => left._midnight != right._midnight;

    /// <summary>Whether a day is before another.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator <(DateOnly left, DateOnly right) => left._midnight < right._midnight;

    /// <summary>Whether a day is after another.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator >(DateOnly left, DateOnly right) => left._midnight > right._midnight;

    /// <summary>Whether a day is before another, or the same.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator <=(DateOnly left, DateOnly right) => left._midnight <= right._midnight;

    /// <summary>Whether a day is after another, or the same.</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator >=(DateOnly left, DateOnly right) => left._midnight >= right._midnight;

    /// <summary>The day of a moment.</summary>
    /// <param name="moment">The moment.</param>
    public static DateOnly FromDateTime(DateTime moment) => new(moment.Year, moment.Month, moment.Day);

    /// <inheritdoc/>
    public int CompareTo(DateOnly other) => _midnight.CompareTo(other._midnight);

    /// <inheritdoc/>
    public bool Equals(DateOnly other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DateOnly other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _midnight.GetHashCode();
}
