using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>One thing on a day, as another calendar is shown it.</summary>
/// <param name="Source">The <see cref="IPlanSource.Name"/> of what put it there.</param>
/// <param name="Date">The date it stands on, on her wall calendar.</param>
/// <param name="Slot">The moment's own id within source and date.</param>
/// <param name="Words">What it is called there; never a medicine.</param>
/// <param name="At">When it begins.</param>
public sealed record FeedItem(string Source, DateOnly Date, string Slot, string Words, DateTimeOffset At)
{
    /// <summary>How long a thing of which nobody said so stands in a calendar. Default 30 min. (choice)</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>Whether it takes the whole day.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>How long it takes; null where nobody said.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>Whether it does not take place any more.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How often it was changed. Source: RFC 5545 §3.8.7.4.</summary>
    public int Sequence { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What it is wherever it is moved to: the slot of a moved occurrence names its first date itself.</summary>
    public string Identity => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Source}/{(Slot.Contains('@', StringComparison.Ordinal) ? Slot : $"{Slot}@{Date:yyyyMMdd}")}");

    /// <summary>As an event of a calendar, by her clock.</summary>
    /// <param name="zone">Her zone.</param>
    /// <param name="uid">What its identity is called outside. Source: RFC 7986 §5.3: nothing of her is in it.</param>
    public CalendarEvent ToEvent(HomeTimeZone zone, Func<string, string> uid) => new()
    {
        Uid = uid(Identity),
        Summary = Words,
        Start = IsAllDay
            ? new CalendarMoment(Date.ToDateTime(TimeOnly.MinValue), null, IsDate: true)
            : new CalendarMoment(zone.LocalOf(At), zone, IsDate: false),
        Span = IsAllDay ? new CalendarSpan(1, TimeSpan.Zero) : new CalendarSpan(0, Lasts ?? Usual),
        IsCancelled = IsCancelled,
        Sequence = Sequence,
        Stamp = ChangedAt.UtcDateTime,
    };
}
