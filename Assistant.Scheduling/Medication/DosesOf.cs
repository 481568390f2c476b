using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication;

/// <summary>The doses of one step: by the wall clock, by elapsed hours, or at single events.</summary>
internal static class DosesOf
{
    /// <summary>The doses of this step that belong to the days of the window, in order.</summary>
    public static IEnumerable<DoseMoment> Step(DoseStep step, DoseWindow window) => step.Dosage.Timing switch
    {
        { Repeat: null } timing => Events(step.Dosage, timing, window),
        { Repeat: { } repeat } when Interval(step.Dosage) is { } interval =>
            WithinTimes(Intervals(step, FirstTime(step.Dosage, window.Hours), interval, window), repeat.Bounds)
                .Where(dose => repeat.DaysOfWeek.Count == 0 || repeat.DaysOfWeek.Contains(dose.Date.DayOfWeek)),
        { Repeat: { } repeat } => WithinTimes(Days(step, new DayPattern(repeat, window.Hours), window), repeat.Bounds),
        _ => [],
    };

    /// <summary>The elapsed time between two doses, or null where the wall clock or the person's day decides.</summary>
    /// <remarks>Hours are always elapsed time; so are parts of days ("every 1.5 days"), which no calendar knows.</remarks>
    public static TimeSpan? Interval(Dosage dosage)
    {
        if (dosage.Timing?.Repeat is not { Period: { } period, PeriodUnit: { } unit } repeat
            || repeat.WakingHours || repeat.TimesOfDay.Count > 0 || repeat.When.Count > 0)
        {
            return null;
        }
        var byCalendar = unit >= PeriodUnit.Day && (period * (unit == PeriodUnit.Week ? 7 : 1)) % 1 == 0;
        return byCalendar ? null : new TimeLength(period / Math.Max(1, repeat.Frequency ?? 1), unit).Elapsed;
    }

    /// <summary>The time between two doses inside waking hours, or null where that is not how it repeats.</summary>
    public static TimeSpan? WakingInterval(Repeat repeat) =>
        repeat is { WakingHours: true, TimesOfDay.Count: 0, When.Count: 0, Period: { } period, PeriodUnit: { } unit }
            ? new TimeLength(period / Math.Max(1, repeat.Frequency ?? 1), unit).Elapsed
            : null;

    private static IEnumerable<DoseMoment> Events(Dosage dosage, Timing timing, DoseWindow window) =>
        timing.Events.Distinct().Order()
            .Where(at => window.Contains(DateOnly.FromDateTime(at)))
            .Select(at => new DoseMoment(
                DateOnly.FromDateTime(at), window.Zone.At(at), at.ToString("HHmmss", CultureInfo.InvariantCulture), dosage));

    private static IEnumerable<DoseMoment> Days(DoseStep step, DayPattern pattern, DoseWindow window)
    {
        foreach (var span in step.Spans(window.From, window.Until))
        {
            var from = span.Start > window.From ? span.Start : window.From;
            var until = span.End < window.Until ? span.End : window.Until;
            foreach (var (date, moments) in pattern.Days(span.Start, from, until))
            {
                foreach (var dose in OnDay(step.Dosage, date, moments, window.Zone))
                {
                    yield return dose;
                }
            }
        }
    }

    /// <summary>A skipped hour can overtake the moment after it, so the day is put in order again.</summary>
    private static DoseMoment[] OnDay(Dosage dosage, DateOnly date, DayMoment[] moments, HomeTimeZone zone)
    {
        var doses = new DoseMoment[moments.Length];
        var ordered = true;
        for (var i = 0; i < doses.Length; i++)
        {
            var instant = zone.At(date.ToDateTime(TimeOnly.MinValue) + moments[i].AfterMidnight);
            doses[i] = new DoseMoment(date, instant, moments[i].Slot, dosage);
            ordered &= i == 0 || doses[i - 1].Instant <= instant;
        }
        if (!ordered)
        {
            Array.Sort(doses, (a, b) => a.Instant.CompareTo(b.Instant));
        }
        return doses;
    }

    private static IEnumerable<DoseMoment> Intervals(DoseStep step, TimeOnly at, TimeSpan interval, DoseWindow window)
    {
        var (today, nth) = (DateOnly.MinValue, 0);
        var opening = window.Zone.At(window.From, TimeOnly.MinValue);
        foreach (var span in step.Spans(window.From.AddDays(-1), window.Until))
        {
            var first = window.Zone.At(span.Start, at);
            var last = End(span, at, window);
            var missed = Math.Max(0, ((opening - first).Ticks + interval.Ticks - 1) / interval.Ticks);
            for (var due = first + missed * interval; due < last; due += interval)
            {
                var local = window.Zone.Localise(due);
                var date = DateOnly.FromDateTime(local.DateTime);
                (today, nth) = (date, date == today ? nth + 1 : 1);
                yield return new DoseMoment(date, local, Nth(nth), step.Dosage);
            }
        }
    }

    private static DateTimeOffset End(DoseSpan span, TimeOnly at, DoseWindow window)
    {
        var end = window.Zone.At(window.Until, TimeOnly.MinValue);
        var byLength = span.Until < window.Until ? window.Zone.At(span.Until, at) : end;
        var byDate = span.HardUntil < window.Until ? window.Zone.At(span.HardUntil, TimeOnly.MinValue) : end;
        return new[] { end, byLength, byDate }.Min();
    }

    private static string Nth(int nth) => string.Create(CultureInfo.InvariantCulture, $"dose{nth}");

    private static TimeOnly FirstTime(Dosage dosage, DayHours hours) =>
        dosage.Timing is { Events.Count: > 0 } timing ? TimeOnly.FromDateTime(timing.Events.Min())
        : dosage.Timing?.Repeat?.Bounds?.StartTime ?? hours.Morning;

    private static IEnumerable<DoseMoment> WithinTimes(IEnumerable<DoseMoment> doses, Bounds? bounds)
    {
        var start = bounds is { Start: { } firstDay, StartTime: { } from }
            ? firstDay.ToDateTime(from)
            : DateTime.MinValue;
        var end = bounds is { End: { } lastDay, EndTime: { } to } ? lastDay.ToDateTime(to) : DateTime.MaxValue;
        return start == DateTime.MinValue && end == DateTime.MaxValue
            ? doses
            : doses.Where(dose => start <= dose.Local && dose.Local <= end);
    }
}
