using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>The birthday of somebody a resident knows: a grandson, a neighbour, the cat.</summary>
public sealed class Birthday
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is told of it.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Whose it is, in her words: <c>Daan</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The month. Unit: 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The day of the month.</summary>
    public required int Day { get; init; }

    /// <summary>The year of birth; null where nobody knows it.</summary>
    public int? Year { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The date on which it is kept in this year.</summary>
    /// <remarks>Who was born on 29 February is a year older on 1 March where there is none. (choice)</remarks>
    public DateOnly In(int year) =>
        Day == 29 && Month == 2 && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, Month, Day);

    /// <summary>Whether it is kept on this date.</summary>
    public bool IsOn(DateOnly date) => In(date.Year) == date && !(Year > date.Year);

    /// <summary>How old this person becomes in this year; null where the year of birth is not known.</summary>
    public int? AgeIn(int year) => year > Year ? year - Year : null;
}
