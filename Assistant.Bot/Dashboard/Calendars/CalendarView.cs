using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.Calendars;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>What the calendar pages are given.</summary>
internal sealed record CalendarView(
    Watch Watch, CalendarSheet Sheet, WallClock Clock, IStringLocalizer<CalendarTexts> Texts, PageAddress Address)
{
    /// <summary>The page of her calendars, or one below it.</summary>
    public string Path(string below = "") => Address.Page($"/dashboard/residents/{Sheet.Id}/calendars{below}");

    public string Day(DateOnly date) => date.ToString(Texts["day.format"].Value, CultureInfo.CurrentCulture);

    /// <summary>The day of the year on which it is kept.</summary>
    public string Day(Birthday birthday) => birthday.In(2000).ToString(Texts["birthday.format"].Value, CultureInfo.CurrentCulture);

    /// <summary>How one entry was read: when it is next, and how it comes back.</summary>
    public IEnumerable<string> Read(ReadEntry entry)
    {
        if (entry.Next is { } next && entry.Appointments.Count > 0)
        {
            var local = Sheet.Zone.LocalOf(next);
            yield return entry.Appointments[0].At is null
                ? Texts["read.day", Day(DateOnly.FromDateTime(local))].Value
                : Texts["read.at", Day(DateOnly.FromDateTime(local)), local.ToString("HH:mm", CultureInfo.InvariantCulture)].Value;
        }

        if (entry.Appointments is [{ Rule: { } text } series, ..] && Recurrence.Parse(text) is var rule)
        {
            yield return Texts[rule.Interval == 1 ? $"rule.{rule.Frequency}" : $"rule.{rule.Frequency}.n", rule.Interval].Value;
            if (series.Until is { } until)
            {
                yield return Texts["read.until", Day(until)].Value;
            }

            if (series.Changes.Count > 0)
            {
                yield return Texts["read.changes", series.Changes.Count].Value;
            }
        }

        if (entry.How is ReadHow.OneByOne && entry.Appointments.Count > 1)
        {
            yield return Texts["read.singles", entry.Appointments.Count].Value;
        }
    }
}
