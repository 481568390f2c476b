using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>How the organisers of a neighbourhood take turns, a week each.</summary>
public sealed class DutyRotation
{
    /// <summary>Of which neighbourhood; there is one for each.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>Who, in the order of the weeks.</summary>
    public required IReadOnlyList<PersonId> People { get; set; }

    /// <summary>The day on which the first of them begins; every hand-over is on that day of the week.</summary>
    public required DateOnly From { get; set; }

    /// <summary>When duty is handed over, by the neighbourhood's clock. Default 09:00: nobody is woken to take over. (choice)</summary>
    public required TimeOnly HandOverAt { get; set; }

    /// <summary>The neighbourhood's clock. Shape: IANA id.</summary>
    public required string TimeZoneId { get; set; }

    /// <summary>The clock as something to reckon with.</summary>
    public HomeTimeZone Zone => HomeTimeZone.Of(TimeZoneId);

    /// <summary>The hand-over at or before a moment; null before the first.</summary>
    public DateOnly? WeekOf(DateTimeOffset at)
    {
        var local = Zone.LocalOf(at);
        var weeks = (int)Math.Floor((local - From.ToDateTime(HandOverAt)).TotalDays / 7);
        return weeks < 0 ? null : From.AddDays(7 * weeks);
    }

    /// <summary>Whose week begins on this day.</summary>
    public PersonId PersonOf(DateOnly week) => People[(week.DayNumber - From.DayNumber) / 7 % People.Count];

    /// <summary>The moment of the hand-over on this day.</summary>
    public DateTimeOffset HandOver(DateOnly week) => Zone.At(week, HandOverAt);
}

/// <summary>What a change of the rotation says.</summary>
public enum DutyChangeKind
{
    /// <summary>This person takes these hours, whoever's week it is.</summary>
    Takes,

    /// <summary>This person is not there in these hours: a holiday, an illness.</summary>
    Away,
}

/// <summary>Hours in which the rotation does not hold.</summary>
public sealed class DutyChange
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which neighbourhood.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>Who takes them, or is away.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Which of both.</summary>
    public required DutyChangeKind Kind { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when; exclusive.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whether it holds at this moment.</summary>
    public bool Covers(DateTimeOffset at) => From <= at && at < Until;
}
