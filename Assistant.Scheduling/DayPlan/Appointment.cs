using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Something agreed with somebody else, once or recurring: the hairdresser, the hospital, a club, a birthday.</summary>
/// <remarks>Source: RFC 5545 §3.6.1 (VEVENT): DTSTART, DURATION, RRULE, LOCATION, UID.</remarks>
public sealed class Appointment : IPlanSeries
{
    /// <summary>The key.</summary>
    public required AppointmentId Id { get; init; }

    /// <summary>Whose day.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What it is, in the words of whoever made it.</summary>
    public required string Title { get; set; }

    /// <summary>Where; null where nobody said.</summary>
    public string? Place { get; set; }

    /// <summary>The first day, or the only one.</summary>
    public required DateOnly Date { get; set; }

    /// <summary>The time of day in its zone; null where it takes the whole day.</summary>
    public TimeOnly? At { get; set; }

    /// <summary>How long; null where nobody said.</summary>
    public TimeSpan? Lasts { get; set; }

    /// <summary>By whose clock: an IANA zone id; null for the resident's own.</summary>
    public string? Zone { get; set; }

    /// <summary>On which days it comes back; null for once. Shape: a recurrence rule (RFC 5545 §3.3.10), without the word RRULE.</summary>
    public string? Rule { get; set; }

    /// <summary>The last day, inclusive; null where it has no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How much is made of it.</summary>
    public required Importance Importance { get; set; }

    /// <summary>Whether it is only to be said at its time, because she asked for that: it takes no time and is in the way of nothing.</summary>
    public bool IsReminder { get; init; }

    /// <summary>How long before its time it is spoken of; null where only at its time.</summary>
    public TimeSpan? NoticeAhead { get; set; }

    /// <summary>Who put it on her day.</summary>
    public required PersonId AddedBy { get; init; }

    /// <summary>The calendar it was read from, which owns it; null where it was made here.</summary>
    public Guid? Calendar { get; init; }

    /// <summary>Its name there, of which only a hash is kept; null where it was made here. Source: RFC 5545 §3.8.4.7.</summary>
    public string? Uid { get; init; }

    /// <summary>When it was called off; null while it stands.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    Guid IPlanSeries.SeriesId => Id.Value;

    string IPlanSeries.Source => AppointmentSource.SourceName;

    bool IPlanSeries.IsOfACalendar => Calendar is not null;

    SeriesTimes IPlanSeries.Times => new(Date, At, Rule, Until);

    void IPlanSeries.Take(SeriesTimes times) =>
        (Date, At, Rule, Until, CancelledAt) = (times.First, times.At, times.Rule, times.Until, null);

    void IPlanSeries.EndAfter(DateOnly lastDay, DateTimeOffset now)
    {
        if (lastDay < Date)
        {
            CancelledAt = now;
        }
        else
        {
            Until = lastDay;
        }
    }

    IPlanSeries IPlanSeries.From(SeriesTimes times, DateTimeOffset now) => new Appointment
    {
        Id = AppointmentId.New(now),
        ResidentId = ResidentId,
        Title = Title,
        Place = Place,
        Date = times.First,
        At = times.At,
        Lasts = Lasts,
        Zone = Zone,
        Rule = times.Rule,
        Until = times.Until,
        Importance = Importance,
        IsReminder = IsReminder,
        NoticeAhead = NoticeAhead,
        AddedBy = AddedBy,
    };
}
