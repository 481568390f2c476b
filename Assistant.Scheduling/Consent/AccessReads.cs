using System.Collections.Concurrent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>Notes who looked at whom. Who keeps looking at the same page looks once, for a while.</summary>
public sealed class AccessReads(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>For how long one look lasts. Default 15 min: a page that refreshes itself all day is 96 lines a resident. (choice)</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <remarks>Then looks that are over are forgotten; ten thousand are some megabytes.</remarks>
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(AccessActor, ResidentId, DataCategories, string), DateTimeOffset> looks = [];

    /// <summary>Writes a line for each of these residents at whom this person was not looking already.</summary>
    public async Task NoteAsync(
        AccessActor who, IEnumerable<ResidentId> about, (DataCategories What, string Route) seen, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fresh = about.Distinct().Where(resident => !IsLooking((who, resident, seen.What, seen.Route), now)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var lines = fresh.Select(resident => AccessWaiting.Of(
            new AccessNote(AccessEvent.Read, who, resident, seen.What, seen.Route, AccessPurpose.Care), now)).ToList();
        await PreparedRows.InsertAsync(db, lines, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Remember(fresh.Select(resident => (who, resident, seen.What, seen.Route)), now);
    }

    private bool IsLooking((AccessActor, ResidentId, DataCategories, string) look, DateTimeOffset now) =>
        looks.TryGetValue(look, out var since) && now - since < OneLook && since <= now;

    private void Remember(IEnumerable<(AccessActor, ResidentId, DataCategories, string)> fresh, DateTimeOffset now)
    {
        if (looks.Count > MostRemembered)
        {
            foreach (var over in looks.Where(look => now - look.Value >= OneLook))
            {
                looks.TryRemove(over);
            }
        }

        foreach (var look in fresh)
        {
            looks[look] = now;
        }
    }
}
