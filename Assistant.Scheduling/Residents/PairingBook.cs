using System.Globalization;
using System.Security.Cryptography;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Residents;

/// <summary>What became of a code that was typed.</summary>
public enum PairingAnswer
{
    /// <summary>It is right: she is asked whether it was she.</summary>
    Typed,

    /// <summary>It is right, and the first place of hers: it is hers at once, since the code was put into her hands.</summary>
    Paired,

    /// <summary>There is no such code, or not any more.</summary>
    Wrong,

    /// <summary>Too many wrong codes: nothing is compared for a while.</summary>
    TooMany,
}

/// <summary>Gives out codes and takes them in, opened in one unit of work at one moment; whoever opened it saves.</summary>
public sealed class PairingBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>How many figures a code has.</summary>
    public const int Figures = 8;

    /// <summary>How many wrong codes one place may type within <see cref="PairingCode.Valid"/>. Default 5. (choice)</summary>
    public const int TriesOfOne = 5;

    /// <summary>How many all places together may: a guesser with a thousand telephones gets no further. Default 100. (choice)</summary>
    public const int TriesOfAll = 100;

    /// <summary>How many codes one person is given in an hour. Default 5. (choice)</summary>
    public const int CodesAnHour = 5;

    /// <summary>A new code for this person; those she had before are void.</summary>
    /// <returns>Eight figures; null where she was given too many.</returns>
    public async Task<string?> IssueAsync(PersonId person, CancellationToken cancellationToken)
    {
        var anHourAgo = now - TimeSpan.FromHours(1) + PairingCode.Valid;
        var hers = await db.Set<PairingCode>().Where(c => c.PersonId == person).ToListAsync(cancellationToken);
        if (hers.Count(c => c.ExpiresAt > anHourAgo) >= CodesAnHour)
        {
            return null;
        }

        // What was given out and never typed is void, but still counts for the hour.
        db.RemoveRange(hers.Where(c => c.ExpiresAt <= anHourAgo));
        foreach (var before in hers.Where(c => c.DecidedAt is null))
        {
            before.Decided(now);
        }

        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        db.Add(new PairingCode
        {
            Id = Guid.CreateVersion7(now), PersonId = person, CodeHash = Hash(code), ExpiresAt = now + PairingCode.Valid,
        });
        return code;
    }

    /// <summary>Somebody typed a code here.</summary>
    public async Task<(PairingAnswer Answer, PairingCode? Code)> TypeAsync(string code, ContactPointId where, CancellationToken cancellationToken)
    {
        var since = now - PairingCode.Valid;
        var tries = await db.Set<PairingTry>().AsNoTracking().Where(t => t.At > since).Select(t => t.ContactPointId).ToListAsync(cancellationToken);
        if (tries.Count(place => place == where) >= TriesOfOne || tries.Count >= TriesOfAll)
        {
            return (PairingAnswer.TooMany, null);
        }

        var hash = Hash(code);
        var found = await db.Set<PairingCode>().SingleOrDefaultAsync(
            c => c.CodeHash == hash && c.TypedAt == null && c.DecidedAt == null && c.ExpiresAt > now, cancellationToken);
        if (found is null)
        {
            db.Add(new PairingTry { Id = Guid.CreateVersion7(now), ContactPointId = where, At = now });
            return (PairingAnswer.Wrong, null);
        }

        found.Typed(where);
        if (await db.Set<Reachability>().AnyAsync(r => r.PersonId == found.PersonId, cancellationToken))
        {
            return (PairingAnswer.Typed, found);
        }

        await PairAsync(found, cancellationToken);
        return (PairingAnswer.Paired, found);
    }

    /// <summary>She says whether it was she.</summary>
    /// <returns>Whether the place is hers now.</returns>
    public async Task<bool> DecideAsync(Guid code, PersonId by, bool isShe, CancellationToken cancellationToken)
    {
        if (await db.Set<PairingCode>().SingleOrDefaultAsync(
            c => c.Id == code && c.PersonId == by && c.TypedAt != null && c.DecidedAt == null, cancellationToken) is not { } found)
        {
            return false;
        }

        if (isShe)
        {
            await PairAsync(found, cancellationToken);
        }

        found.Decided(now);
        return isShe;
    }

    // Only whom nobody introduced gives up a place: a place that is somebody's stays hers as well.
    private async Task PairAsync(PairingCode code, CancellationToken cancellationToken)
    {
        var place = code.TypedAt ?? throw new InvalidOperationException($"Code {code.Id} was never typed.");
        var there = await (
            from reach in db.Set<Reachability>()
            join person in db.Set<Person>() on reach.PersonId equals person.Id
            where reach.ContactPointId == place
            select new { Reach = reach, Person = person }).ToListAsync(cancellationToken);
        db.RemoveRange(there.Where(one => one.Person.IsStranger).Select(one => one.Reach));
        if (there.TrueForAll(one => one.Person.Id != code.PersonId))
        {
            db.Add(new Reachability { PersonId = code.PersonId, ContactPointId = place });
        }

        code.Decided(now);
    }

    private string Hash(string code) => db.Ring.Hash($"pairing:{code}");
}
