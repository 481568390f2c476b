using Assistant.Bot.Pictures;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>One thing of one day of a plan.</summary>
/// <param name="Moment">What is wanted.</param>
/// <param name="Which">Which time of which series; null for a dose, which is changed on another page.</param>
/// <param name="Time">By her clock, as <c>10:30</c>; empty where it takes the whole day.</param>
/// <param name="Picture">The name of its picture.</param>
/// <param name="Clashes">What is in its way, by title.</param>
/// <param name="IsNew">Whether it was not there before.</param>
internal sealed record PlanEntry(
    PlannedMoment Moment, Occurrence? Which, string Time, string Picture, IReadOnlyList<string> Clashes, bool IsNew);

/// <summary>One day of a plan.</summary>
internal sealed record PlanDay(DateOnly Date, IReadOnlyList<PlanEntry> Entries);

/// <summary>How a plan is drawn.</summary>
/// <param name="Zone">Her clock.</param>
/// <param name="Language">Hers, in which the titles are.</param>
/// <param name="Pictures">Which picture a title gets.</param>
internal sealed record PlanDrawing(HomeTimeZone Zone, string Language, PictureBook Pictures);

/// <summary>Lays out what is wanted on some days, and says what is in the way of what. Pure.</summary>
internal static class WeekPlan
{
    /// <param name="wanted">All that is wanted in these days.</param>
    /// <param name="span">The first day, and how many.</param>
    /// <param name="drawing">How it is drawn.</param>
    /// <param name="before">What was wanted before a change; null where nothing changes.</param>
    public static IReadOnlyList<PlanDay> Of(
        IReadOnlyList<(string Source, PlannedMoment Moment)> wanted,
        (DateOnly From, int Days) span,
        PlanDrawing drawing,
        IReadOnlyList<(string Source, PlannedMoment Moment)>? before = null)
    {
        var known = before?.Select(one => (one.Moment.Title, one.Moment.At)).ToHashSet();
        var byDay = wanted.ToLookup(one => one.Moment.LocalDate);
        return [.. Enumerable.Range(0, span.Days).Select(span.From.AddDays).Select(date => new PlanDay(
            date,
            [.. byDay[date].OrderByDescending(one => one.Moment.IsAllDay).ThenBy(one => one.Moment.At).ThenBy(one => one.Moment.Title, StringComparer.Ordinal)
                .Select(one => Entry(one, [.. byDay[date].Select(other => other.Moment)], drawing, known))]))];
    }

    private static PlanEntry Entry(
        (string Source, PlannedMoment Moment) one, List<PlannedMoment> day, PlanDrawing drawing, HashSet<(string, DateTimeOffset)>? known)
    {
        var (source, moment) = one;
        var which = Occurrence.Of(source, moment);
        return new PlanEntry(
            moment,
            which,
            moment.IsAllDay ? "" : StripView.Clock(drawing.Zone.TimeOf(moment.At)),
            source is DoseSource.SourceName ? PictureBook.Pills : drawing.Pictures.Of(moment.Title, drawing.Language),
            moment.Occupies is { } takes ? [.. Clash.With(day, moment.At, takes, which?.SeriesId).Select(other => other.Title).Distinct()] : [],
            known?.Contains((moment.Title, moment.At)) == false);
    }
}
