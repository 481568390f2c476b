using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>Somebody who looked at a resident's data, or was told of it.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">In which role, the last time.</param>
/// <param name="Last">When last.</param>
/// <param name="Times">How many lines of the log are about it.</param>
/// <param name="What">Which kinds of data, all times together.</param>
public sealed record AccessSeen(PersonId Person, AccessRole Role, DateTimeOffset Last, int Times, DataCategories What);

/// <summary>The log of who did what with whose data, opened in one unit of work at one moment. Saves nothing itself.</summary>
/// <remarks>Source: NEN 7513:2018; GDPR art. 15(1)(c), by which she may ask who.</remarks>
public sealed class AccessLog(AssistantDb db, DateTimeOffset now)
{
    /// <summary>Writes a line, which stands or falls with the rest of the unit of work.</summary>
    public void Note(AccessNote note) => db.Add(AccessWaiting.Of(note, now));

    /// <summary>The people who looked at her data or were told of it since then, the latest first; never she herself.</summary>
    /// <remarks>What happened within the last second may be missing.</remarks>
    public async Task<IReadOnlyList<AccessSeen>> WhoLookedAsync(
        ResidentId resident, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var entries = await db.Set<AccessEntry>().AsNoTracking()
            .Where(e => e.ResidentId == resident && e.At >= since && e.PersonId != null && e.Role != AccessRole.Resident
                && (e.Event == AccessEvent.Read || e.Event == AccessEvent.Told || e.Event == AccessEvent.Export))
            .OrderByDescending(e => e.At).ToListAsync(cancellationToken);
        return [.. entries.GroupBy(e => e.PersonId ?? default).Select(one => new AccessSeen(
            one.Key, one.First().Role, one.First().At, one.Count(), one.Aggregate(DataCategories.None, (all, e) => all | e.What)))];
    }
}
