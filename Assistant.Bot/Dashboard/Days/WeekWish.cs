using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>Something that is to be on her days.</summary>
internal sealed record WeekWish
{
    public required string Title { get; init; }

    /// <summary>The time of day; null where it takes the whole day.</summary>
    public required TimeOnly? At { get; init; }

    /// <summary>On which days; null for once.</summary>
    public required string? Rule { get; init; }

    /// <summary>The first day, or the only one.</summary>
    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public TimeSpan? Lasts { get; init; }

    public string? Place { get; init; }

    public Importance Importance { get; init; }

    public TimeSpan Notice { get; init; }

    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Whether it is agreed with others, or once; else it is what her days are made of.</summary>
    public bool IsAppointment => Rule is null || At is null || Place is not null || Lasts is not null;

    /// <summary>The same as what stands, on these weekdays from this day on.</summary>
    public static WeekWish Of(IPlanSeries series, TimeOnly at, string rule, DateOnly from)
    {
        var wish = new WeekWish { Title = series.Title, At = at, Rule = rule, From = from };
        return series switch
        {
            Appointment one => wish with
            {
                Lasts = one.Lasts, Place = one.Place, Importance = one.Importance, Notice = one.NoticeAhead ?? TimeSpan.Zero,
            },
            Routine one => wish with { Importance = one.Importance, Notice = one.NoticeAhead, Steps = one.Steps },
            _ => wish,
        };
    }

    /// <summary>It as a series, not yet stored.</summary>
    public IPlanSeries ToSeries(ResidentId resident, PersonId by, DateTimeOffset now) => !IsAppointment && At is { } at
        ? new Routine
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            Title = Title,
            At = at,
            Rule = Rule ?? "",
            From = From,
            Until = Until,
            Importance = Importance,
            NoticeAhead = Notice,
            Steps = Steps,
        }
        : new Appointment
        {
            Id = AppointmentId.New(now),
            ResidentId = resident,
            Title = Title,
            Place = Place,
            Date = From,
            At = At,
            Lasts = Lasts,
            Rule = Rule,
            Until = Rule is null ? null : Until,
            Importance = Importance,
            NoticeAhead = Notice > TimeSpan.Zero ? Notice : null,
            AddedBy = by,
        };
}
