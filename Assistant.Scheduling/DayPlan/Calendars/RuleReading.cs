using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>Reads an entry as one appointment with at most one rule, where that comes to the very same times.</summary>
internal static partial class RuleReading
{
    /// <param name="series">The entry.</param>
    /// <param name="home">Her zone.</param>
    /// <param name="told">What the calendar itself says, and from when until when.</param>
    /// <returns>The appointment and those that fell out of its row; null where it would come to other times.</returns>
    public static IReadOnlyList<ReadAppointment>? TryRead(CalendarSeries series, HomeTimeZone home, ToldTimes told)
    {
        var times = told.Times;
        if (series.Master is not { Rules.Count: <= 1, ExceptionRules.Count: 0, Additions.Count: 0 } master
            || series.Changes.Any(change => change.IsFromThereOn)
            || (master.Start is { IsDate: false, Zone: { } elsewhere } && HomeTimeZone.TryFind(elsewhere.Id) is null)
            || (master.Start.IsDate && SingleReading.Days(master) > 1))
        {
            return null;
        }

        var zone = master.Start.Zone ?? home;
        var plain = Plain(master, series.Uid, home, zone);
        var (first, last) = (DateOnly.FromDateTime(zone.LocalOf(told.From)), DateOnly.FromDateTime(zone.LocalOf(told.Until)));
        if (Named(plain, first, last)?.Where(date => told.Covers(InstantOf(plain, date, zone))).ToList() is not { } named)
        {
            return null;
        }

        var singles = new List<CalendarOccurrence>();
        var changes = new List<ReadChange>();
        var said = series.Changes.Where(change => change.Changes is not null)
            .ToLookup(change => change.Changes is { } moment ? DateIn(moment, zone, home) : default);
        var own = times.Where(one => ReferenceEquals(one.Event, master)).Select(one => one.Instant).ToHashSet();
        foreach (var date in named.Where(date => !own.Contains(InstantOf(plain, date, zone))))
        {
            var moved = said[date].Where(change => !change.IsCancelled).ToList();
            changes.Add(moved is [var one] && IsOnlyMoved(one, master) ? MovedTo(date, one, home) : new ReadChange(date, null, null));
            singles.AddRange(moved is [var single] && IsOnlyMoved(single, master)
                ? [] : times.Where(time => moved.Contains(time.Event)));
        }

        // What was changed before today's row begins still takes place where it was moved to.
        var placed = changes.Select(change => change.Date).ToHashSet();
        singles.AddRange(times.Where(time => !ReferenceEquals(time.Event, master) && time.Event.Changes is { } changed
            && !placed.Contains(DateIn(changed, zone, home)) && !singles.Contains(time)));
        var wanted = plain with { Changes = changes };
        return Same(wanted, named, singles, (zone, home, told))
            ? [wanted, .. singles.SelectMany(one => SingleReading.Of(one, series.Uid))]
            : null;
    }

    private static ReadAppointment Plain(CalendarEvent master, string uid, HomeTimeZone home, HomeTimeZone zone)
    {
        var rule = master.Rules.Count == 1 ? master.Rules[0].ToString() : null;
        var ended = rule is null ? null : End().Match(rule) is { Success: true } end ? LastDay(end.Groups[1].Value, master.Start, zone) : (DateOnly?)null;
        return new ReadAppointment
        {
            Key = uid,
            Title = master.Summary,
            Place = SingleReading.PlaceOf(master),
            Date = master.Start.Date,
            At = master.Start.IsDate ? null : TimeOnly.FromDateTime(master.Start.Local),
            Lasts = master.Start.IsDate ? null : SingleReading.LengthOf(master, master.Start.Local, zone),
            Zone = SingleReading.ZoneOf(master, home),
            Rule = rule is null ? null : End().Replace(rule, ""),
            Until = ended,
            Notice = SingleReading.NoticeOf(master),
        };
    }

    // The last day on the event's own clock: a time of day that lies past the end's own is one day less.
    private static DateOnly? LastDay(string until, CalendarMoment start, HomeTimeZone zone)
    {
        var isDate = until.Length == 8;
        var digits = DateTime.ParseExact(
            until.TrimEnd('Z'), isDate ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var local = until.EndsWith('Z') && !start.IsDate ? zone.LocalOf(new DateTimeOffset(digits, TimeSpan.Zero)) : digits;
        return DateOnly.FromDateTime(local).AddDays(!isDate && !start.IsDate && start.Local.TimeOfDay > local.TimeOfDay ? -1 : 0);
    }

    private static IReadOnlyList<DateOnly>? Named(ReadAppointment plain, DateOnly first, DateOnly last)
    {
        var end = plain.Until < last ? plain.Until.Value : last;
        if (plain.Rule is not { } text)
        {
            return plain.Date >= first && plain.Date <= end ? [plain.Date] : [];
        }

        // A day has one time here: what comes every hour is laid out one by one.
        return Recurrence.TryParse(text, out var rule, out _) && rule is { Frequency: >= RecurrenceFrequency.Daily }
            ? [.. rule.Dates(plain.Date, first > plain.Date ? first : plain.Date, end)]
            : null;
    }

    private static bool Same(
        ReadAppointment wanted, IReadOnlyList<DateOnly> named, List<CalendarOccurrence> singles,
        (HomeTimeZone Zone, HomeTimeZone Home, ToldTimes Told) said)
    {
        var changed = wanted.Changes.ToDictionary(change => change.Date);
        var ours = named.Where(date => !changed.ContainsKey(date)).Select(date => InstantOf(wanted, date, said.Zone))
            .Concat(wanted.Changes.Where(change => change.ToDate is not null)
                .Select(change => said.Home.At(change.ToDate.GetValueOrDefault(), change.ToAt ?? TimeOnly.MinValue)))
            .Concat(singles.Select(one => one.Instant))
            .Where(said.Told.Covers);
        return ours.Order().SequenceEqual(said.Told.Times.Select(one => one.Instant));
    }

    private static DateTimeOffset InstantOf(ReadAppointment plain, DateOnly date, HomeTimeZone zone) => zone.At(date, plain.At ?? TimeOnly.MinValue);

    private static DateOnly DateIn(CalendarMoment moment, HomeTimeZone zone, HomeTimeZone home) => moment.IsDate || moment.Zone is null
        ? moment.Date
        : DateOnly.FromDateTime(zone.LocalOf(moment.At(home)));

    // Another name, place or length is no move: that one stands by itself.
    private static bool IsOnlyMoved(CalendarEvent change, CalendarEvent master) =>
        change.Summary == master.Summary && change.Location == master.Location && change.Span == master.Span && change.Start.IsDate == master.Start.IsDate;

    private static ReadChange MovedTo(DateOnly date, CalendarEvent change, HomeTimeZone home)
    {
        if (change.Start.IsDate)
        {
            return new ReadChange(date, change.Start.Date, null);
        }

        var local = home.LocalOf(change.Start.At(home));
        return new ReadChange(date, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    [GeneratedRegex(";UNTIL=([0-9TZ]+)")]
    private static partial Regex End();
}

/// <summary>The times that a calendar itself gives an entry in a while; the end is exclusive.</summary>
internal sealed record ToldTimes(IReadOnlyList<CalendarOccurrence> Times, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Covers(DateTimeOffset at) => at >= From && at < Until;
}
