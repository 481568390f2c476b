using System.Text.Json;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>The book of one calendar elsewhere, opened in one unit of work at one moment. Saves nothing itself.</summary>
/// <remarks>
/// An entry is known by its UID, so reading it again changes what came of it and doubles nothing; an older revision
/// changes nothing. What she said of single times by a word stays hers. After saving, plan her days again.
/// </remarks>
public sealed class CalendarBook
{
    /// <summary>More entries to come than this are no person's calendar. Default 2000. (choice)</summary>
    public const int MostEntries = 2000;

    private readonly AssistantDb db;
    private readonly OtherCalendar calendar;
    private readonly DateTimeOffset now;
    private readonly DateOnly today;
    private readonly ILookup<string, CalendarEntry> held;

    private CalendarBook(AssistantDb db, OtherCalendar calendar, (DateTimeOffset Now, DateOnly Today) at, IEnumerable<CalendarEntry> entries) =>
        (this.db, this.calendar, now, today, held) = (db, calendar, at.Now, at.Today, entries.ToLookup(entry => entry.UidHash));

    /// <summary>Opens it.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="at">When, and which date that is on her clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<CalendarBook> OpenAsync(
        AssistantDb db, OtherCalendar calendar, (DateTimeOffset Now, DateOnly Today) at, CancellationToken cancellationToken) =>
        new(db, calendar, at, await db.Set<CalendarEntry>().Where(e => e.CalendarId == calendar.Id).ToListAsync(cancellationToken));

    /// <summary>What this entry is to what stands there.</summary>
    public CalendarNews NewsOf(ReadEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        List<CalendarEntry> there = [.. held[Hash(entry.Uid)]];
        if (entry.How is ReadHow.Unreadable)
        {
            return CalendarNews.Unreadable;
        }

        if (there.Count > 0 && Revision(entry).CompareTo(there.Max(one => (one.Sequence, one.StampedAt))) < 0)
        {
            return CalendarNews.Older;
        }

        return (entry.Appointments.Count, there.Count) switch
        {
            (0, > 0) when entry.How is ReadHow.Cancelled => CalendarNews.Ends,
            (0, _) => CalendarNews.Nothing,
            (_, 0) => CalendarNews.New,
            _ => IsSame(entry, there) ? CalendarNews.Same : CalendarNews.Changed,
        };
    }

    /// <summary>Puts these entries on her days: what is new, what changed, and what was called off.</summary>
    /// <param name="entries">What was read, or what somebody chose of it.</param>
    /// <param name="isWhole">Whether what is not among them is gone: true for what was fetched, false for a file.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CalendarChanges> TakeOverAsync(
        IReadOnlyCollection<ReadEntry> entries, bool isWhole, AccessActor by, CancellationToken cancellationToken)
    {
        var rows = await AppointmentRows.ReadAsync(db, calendar, cancellationToken);
        var changes = default(CalendarChanges);
        foreach (var entry in entries)
        {
            changes = NewsOf(entry) switch
            {
                CalendarNews.New or CalendarNews.Changed => TakeOver(entry, rows, changes),
                CalendarNews.Ends => End(held[Hash(entry.Uid)], rows, changes),
                _ => changes,
            };
        }

        var read = entries.Select(entry => Hash(entry.Uid)).ToHashSet();
        foreach (var gone in isWhole ? held.Where(group => !read.Contains(group.Key)) : [])
        {
            changes = End(gone, rows, changes);
        }

        if (changes.Any)
        {
            new AccessLog(db, now).Note(new AccessNote(
                AccessEvent.Update, by, calendar.ResidentId, DataCategories.DayPlan, FeedBook.Route, AccessPurpose.Care));
        }

        return changes;
    }

    /// <summary>Takes the calendar away, and what it put on the days that come.</summary>
    public async Task RemoveAsync(AccessActor by, CancellationToken cancellationToken)
    {
        await TakeOverAsync([], isWhole: true, by, cancellationToken);
        calendar.Remove(now);
    }

    private CalendarChanges TakeOver(ReadEntry entry, AppointmentRows rows, CalendarChanges changes)
    {
        var there = held[Hash(entry.Uid)].ToDictionary(one => one.KeyHash);
        foreach (var wanted in entry.Appointments)
        {
            if (!there.Remove(Hash(wanted.Key), out var known))
            {
                Add(entry, wanted, rows);
                changes = changes with { Added = changes.Added + 1 };
                continue;
            }

            (known.Sequence, known.StampedAt) = Revision(entry);
            if (known.Content != ContentOf(wanted))
            {
                rows.Change(known, wanted);
                (known.Content, known.ChangedDates) = (ContentOf(wanted), DatesOf(wanted));
                changes = changes with { Changed = changes.Changed + 1 };
            }
        }

        return End(there.Values, rows, changes);
    }

    private void Add(ReadEntry entry, ReadAppointment wanted, AppointmentRows rows)
    {
        var appointment = rows.Add(wanted, now);
        var (sequence, stamped) = Revision(entry);
        db.Add(new CalendarEntry
        {
            Id = Guid.CreateVersion7(now),
            CalendarId = calendar.Id,
            ResidentId = calendar.ResidentId,
            UidHash = Hash(entry.Uid),
            KeyHash = Hash(wanted.Key),
            AppointmentId = appointment,
            Content = ContentOf(wanted),
            Sequence = sequence,
            StampedAt = stamped,
            ChangedDates = DatesOf(wanted),
        });
    }

    // What has been stays what it was: only what is to come is called off.
    private CalendarChanges End(IEnumerable<CalendarEntry> gone, AppointmentRows rows, CalendarChanges changes)
    {
        foreach (var entry in gone.ToList())
        {
            changes = changes with { Ended = changes.Ended + (rows.End(entry, today, now) ? 1 : 0) };
            db.Remove(entry);
        }

        return changes;
    }

    private bool IsSame(ReadEntry entry, List<CalendarEntry> there) =>
        there.Select(one => one.Content).Order(StringComparer.Ordinal).SequenceEqual(entry.Appointments.Select(ContentOf).Order(StringComparer.Ordinal));

    private static (int Sequence, DateTimeOffset StampedAt) Revision(ReadEntry entry) =>
        (entry.Revision.Sequence, new DateTimeOffset(entry.Revision.Stamp, TimeSpan.Zero));

    private static string DatesOf(ReadAppointment wanted) => AppointmentRows.Written(wanted.Changes.Select(change => change.Date));

    private string ContentOf(ReadAppointment wanted) => db.Ring.Hash($"calendar-entry:{JsonSerializer.Serialize(wanted)}");

    private string Hash(string uid) => db.Ring.Hash($"calendar-uid:{uid}");
}
