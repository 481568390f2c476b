using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Something a resident's days are made of: coffee with a neighbour, a walk, the bins.</summary>
public sealed class Routine : IPlanSeries
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose days.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What it is, in her words.</summary>
    public required string Title { get; set; }

    /// <summary>When, on her clock.</summary>
    public required TimeOnly At { get; set; }

    /// <summary>On which days. Shape: a recurrence rule (RFC 5545 §3.3.10), without the word RRULE; empty where it is on no day and she asks for it.</summary>
    public required string Rule { get; set; }

    /// <summary>The first day, from which an interval is counted.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day, inclusive; null where it has no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How much is made of it.</summary>
    public required Importance Importance { get; set; }

    /// <summary>How long before its time she hears that it comes; zero where only at its time.</summary>
    public TimeSpan NoticeAhead { get; set; }

    /// <summary>What she does one after the other, in her words; empty where it is one thing.</summary>
    public IReadOnlyList<string> Steps { get; set; } = [];

    Guid IPlanSeries.SeriesId => Id;

    string IPlanSeries.Source => RoutineSource.SourceName;

    bool IPlanSeries.IsOfACalendar => false;

    SeriesTimes IPlanSeries.Times => new(From, At, Rule, Until);

    void IPlanSeries.Take(SeriesTimes times) =>
        (From, At, Rule, Until) = (times.First, times.At ?? At, times.Rule ?? Rule, times.Until);

    void IPlanSeries.EndAfter(DateOnly lastDay, DateTimeOffset now) => Until = lastDay;

    IPlanSeries IPlanSeries.From(SeriesTimes times, DateTimeOffset now) => new Routine
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = ResidentId,
        Title = Title,
        At = times.At ?? At,
        Rule = times.Rule ?? Rule,
        From = times.First,
        Until = times.Until,
        Importance = Importance,
        NoticeAhead = NoticeAhead,
        Steps = Steps,
    };
}
