using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>Somebody of her circle, and whether her calendar may read the resident's days.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What she is called.</param>
/// <param name="MayKnow">Whether the resident agrees that she knows what is on her day.</param>
/// <param name="LinkSince">Since when she has a link; null where she has none.</param>
internal sealed record CalendarReaderLine(PersonId Id, string Name, bool MayKnow, DateTimeOffset? LinkSince);

/// <summary>All that the organiser may know of the calendars around one resident.</summary>
internal sealed record CalendarSheet
{
    public required ResidentId Id { get; init; }

    public required string Name { get; init; }

    public required HomeTimeZone Zone { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the resident agreed that the organiser knows what is on her day.</summary>
    public required bool MayKnowDays { get; init; }

    /// <summary>Whether we still do something for her.</summary>
    public required bool IsServed { get; init; }

    public required IReadOnlyList<CalendarReaderLine> Readers { get; init; }

    /// <summary>Calendars that are fetched; empty where her days may not be known.</summary>
    public required IReadOnlyList<OtherCalendar> Fetched { get; init; }

    /// <summary>Files nobody decided about; empty where her days may not be known.</summary>
    public required IReadOnlyList<CalendarProposal> Waiting { get; init; }

    public required IReadOnlyList<Birthday> Birthdays { get; init; }

    public DateOnly Today => Zone.DayOf(Now).Date;
}
