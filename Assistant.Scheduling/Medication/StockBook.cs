using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>What is left of a medicine, and until when.</summary>
/// <param name="TreatmentId">Of which treatment.</param>
/// <param name="Supply">What was counted, less what was taken since.</param>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="RunsOut">The first dose it does not cover; null where it lasts longer than anybody plans.</param>
public sealed record StockLeft(Guid TreatmentId, Supply Supply, DateTimeOffset CountedAt, MedicineDose? RunsOut)
{
    /// <summary>How long before the last one it is said. Default 7 days. (choice; CARE §2)</summary>
    public static readonly TimeSpan SaidBefore = TimeSpan.FromDays(7);

    /// <summary>When it is said once more, if nobody counted new ones since. Default 2 days: a pharmacy delivers within one. (choice)</summary>
    public static readonly TimeSpan SaidAgainBefore = TimeSpan.FromDays(2);

    /// <summary>Whether it runs out so soon that somebody should reorder.</summary>
    public bool IsLow(DateTimeOffset now) => RunsOut is { } dose && dose.Moment.Instant < now + SaidBefore;

    /// <summary>Whether it runs out so soon that it is said once more.</summary>
    public bool IsAlmostGone(DateTimeOffset now) => RunsOut is { } dose && dose.Moment.Instant <= now + SaidAgainBefore;
}

/// <summary>The book of what is in the house, opened in one unit of work at one moment.</summary>
public sealed class StockBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>What is left of all that was ever counted.</summary>
    public async Task<IReadOnlyList<StockLeft>> LeftAsync(MedicineCabinet cabinet, CancellationToken cancellationToken)
    {
        var counts = (await db.Set<StockCount>().AsNoTracking().Where(c => c.ResidentId == cabinet.Resident && c.WithdrawnAt == null)
            .OrderBy(c => c.Id).ToListAsync(cancellationToken)).GroupBy(c => c.TreatmentId).Select(g => g.Last()).ToList();
        var since = counts.Select(c => c.CountedAt).DefaultIfEmpty(now).Min();
        var intakes = await db.Set<IntakeRecord>().AsNoTracking()
            .Where(i => i.ResidentId == cabinet.Resident && i.TakenAt > since && i.WithdrawnAt == null).ToListAsync(cancellationToken);
        return [.. counts.Select(count => Left(count, intakes, cabinet))];
    }

    private StockLeft Left(StockCount count, IReadOnlyList<IntakeRecord> intakes, MedicineCabinet cabinet)
    {
        var taken = intakes.Where(i => i.TreatmentId == count.TreatmentId && i.TakenAt > count.CountedAt).Sum(i => i.Amount);
        var supply = new Supply(count.Amount - taken);
        return new StockLeft(count.TreatmentId, supply, count.CountedAt, cabinet.RunsOut(count.TreatmentId, supply, now));
    }
}
