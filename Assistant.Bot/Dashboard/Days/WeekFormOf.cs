using System.Globalization;
using Assistant.Scheduling.DayPlan;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>Fills the form with what stands.</summary>
internal static class WeekFormOf
{
    public static WeekForm Series(IPlanSeries series, DateOnly from)
    {
        var times = series.Times;
        var days = times.Rule is { } rule ? WeekRule.Read(rule) : null;
        var form = new WeekForm
        {
            What = series.Title,
            Time = times.At?.ToString("HH:mm", CultureInfo.InvariantCulture),
            WholeDay = times.At is null,
            Days = times.Rule is null ? FormDays.Once
                : days is null ? FormDays.Kept
                : days is { Weeks: 1, Days.Count: 7 } ? FormDays.Daily
                : FormDays.Weekdays,
            Weekdays = [.. days?.Days ?? []],
            Weeks = $"{days?.Weeks ?? 1}",
            From = times.Rule is null ? times.First : from,
            Until = times.Until,
        };
        switch (series)
        {
            case Appointment one:
                (form.Lasts, form.Place) = (one.Lasts is { } lasts ? $"{(int)lasts.TotalMinutes}" : null, one.Place);
                (form.Importance, form.Notice) = (one.Importance, Minutes(one.NoticeAhead ?? TimeSpan.Zero));
                break;
            case Routine one:
                (form.Importance, form.Notice, form.Steps) = (one.Importance, Minutes(one.NoticeAhead), string.Join('\n', one.Steps));
                break;
        }

        return form;
    }

    // The nearest notice the form has, and none where there is none.
    private static int Minutes(TimeSpan notice) => WeekForm.Notices.MinBy(offered => Math.Abs(offered - notice.TotalMinutes));
}
