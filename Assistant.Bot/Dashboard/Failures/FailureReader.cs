using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Failures;

/// <summary>Reads what failed in one neighbourhood.</summary>
internal static class FailureReader
{
    /// <summary>How long a failure is shown. Default 3 days: a Friday's failure is still there on Monday. (choice)</summary>
    public static readonly TimeSpan StaysShown = TimeSpan.FromDays(3);

    /// <summary>How many rows are read, at the most; a row that keeps failing leaves 288 notes a day. Default 2000. (choice)</summary>
    private const int MostRead = 2000;

    public static async Task<IReadOnlyList<Failure>> ReadAsync(
        AssistantDb db, NeighbourhoodId here, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - StaysShown;
        var messages = await MessagesAsync(db, here, since, cancellationToken);
        var aside = await SetAsideAsync(db, here, since, cancellationToken);
        var places = await PlacesAsync(db, here, cancellationToken);
        var calendars = await CalendarsAsync(db, here, now, cancellationToken);
        return Failure.Together(messages.Concat(aside).Concat(places).Concat(calendars));
    }

    // For as long as it lasts; never the address, which is often a secret.
    private static async Task<IEnumerable<Failure>> CalendarsAsync(
        AssistantDb db, NeighbourhoodId here, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - OtherCalendar.ToldAfter;
        var rows = await (
            from calendar in db.Set<OtherCalendar>().AsNoTracking()
            join resident in db.Set<Resident>() on calendar.ResidentId equals resident.Id
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where resident.NeighbourhoodId == here && calendar.RemovedAt == null && calendar.FailingSince <= since
            select new { calendar.FailingSince, calendar.Fault, calendar.Failures, person.Name }).ToListAsync(cancellationToken);
        return rows.Select(row => new Failure(row.FailingSince ?? now, FailureKind.Calendar, row.Name, $"{row.Fault}", row.Failures));
    }

    // As long as it lasts, however long that is: a number that refuses does so until somebody mends it. Never the address.
    private static async Task<IEnumerable<Failure>> PlacesAsync(AssistantDb db, NeighbourhoodId here, CancellationToken cancellationToken)
    {
        var rows = await (
            from point in db.Set<ContactPoint>().AsNoTracking()
            join reachability in db.Set<Reachability>() on point.Id equals reachability.ContactPointId
            join person in db.Set<Person>() on reachability.PersonId equals person.Id
            where person.NeighbourhoodId == here && (point.FailuresInARow >= ContactPoint.IllAfter || point.RefusedSince != null)
            select new { point.Channel, point.FailuresInARow, point.LastFailedAt, point.Fault, person.Name }).ToListAsync(cancellationToken);
        return rows.Where(row => row.LastFailedAt is not null).Select(row => new Failure(
            row.LastFailedAt.GetValueOrDefault(), FailureKind.Unreachable, row.Name, $"{row.Channel}: {row.Fault}", row.FailuresInARow));
    }

    // What was taken back because it was answered did not fail. Only messages with a fault are looked at: they have an
    // index of their own, and the others are a few hundred thousand.
    private static async Task<IEnumerable<Failure>> MessagesAsync(
        AssistantDb db, NeighbourhoodId here, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await (
            from message in db.Set<OutboundMessage>().AsNoTracking()
            join person in db.Set<Person>() on message.To equals person.Id
            where message.CreatedAt > since && message.Fault != null && message.Fault != Outbox.NoLongerNeeded
                && (message.About == null
                    ? person.NeighbourhoodId == here
                    : db.Set<Resident>().Any(r => r.Id == message.About && r.NeighbourhoodId == here))
            orderby message.CreatedAt descending
            select new { message.CreatedAt, message.State, person.Name, message.Fault }).Take(MostRead).ToListAsync(cancellationToken);
        return rows.Select(row => new Failure(row.CreatedAt, KindOf(row.State), row.Name, row.Fault ?? ""));
    }

    private static FailureKind KindOf(MessageState state) => state switch
    {
        MessageState.Unknown => FailureKind.Unknown,
        MessageState.Expired => FailureKind.TooLate,
        MessageState.Queued or MessageState.Sending => FailureKind.Retrying,
        _ => FailureKind.NotArrived,
    };

    // One row that keeps failing is one line, however often it failed. A row of no known resident is nobody's secret
    // (it is a table's name and a kind of fault), so every organiser sees it rather than none.
    private static async Task<IEnumerable<Failure>> SetAsideAsync(
        AssistantDb db, NeighbourhoodId here, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SetAsideRow>().AsNoTracking().Where(row => row.At > since)
            .OrderByDescending(row => row.At).Take(MostRead).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var homes = await SetAsideHomes.ReadAsync(db, [.. rows.Select(row => row.RowId).Distinct()], cancellationToken);
        return rows.DistinctBy(row => row.RowId)
            .Where(row => !homes.TryGetValue(row.RowId, out var home) || home.Neighbourhood == here)
            .Select(row => new Failure(row.At, FailureKind.SetAside, homes.GetValueOrDefault(row.RowId)?.Name, $"{row.Table}: {row.Fault}"));
    }
}
