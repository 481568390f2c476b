using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>The rows of one table that are about somebody: why they are kept, how they are found, and whether they may go.</summary>
public sealed class HeldRows
{
    private readonly Func<AssistantDb, DataSubject, IQueryable<object>> find;
    private readonly Func<AssistantDb, DataSubject, CancellationToken, Task<int>>? erase;

    private HeldRows(
        (Type Row, string Why, string? StaysBecause) what,
        Func<AssistantDb, DataSubject, IQueryable<object>> find,
        Func<AssistantDb, DataSubject, CancellationToken, Task<int>>? erase) =>
        ((Row, Why, StaysBecause), this.find, this.erase) = (what, find, erase);

    /// <summary>What a row is.</summary>
    public Type Row { get; }

    /// <summary>For what purpose it is kept, and how long where that is not "until she is erased". English: whoever runs the program reads it.</summary>
    public string Why { get; }

    /// <summary>Why it stays when she is erased; null where it goes.</summary>
    /// <remarks>Source: GDPR art. 17(3).</remarks>
    public string? StaysBecause { get; }

    /// <summary>Rows that go when she is erased.</summary>
    /// <param name="why">For what purpose they are kept.</param>
    /// <param name="hers">Which of them are about her.</param>
    public static HeldRows Of<TRow>(string why, Func<AssistantDb, DataSubject, IQueryable<TRow>> hers)
        where TRow : class => new(
            (typeof(TRow), why, null), (db, who) => hers(db, who).AsNoTracking(), (db, who, cancellationToken) => hers(db, who).ExecuteDeleteAsync(cancellationToken));

    /// <summary>Rows that the law wants kept.</summary>
    public static HeldRows Kept<TRow>(string why, string because, Func<AssistantDb, DataSubject, IQueryable<TRow>> hers)
        where TRow : class => new((typeof(TRow), why, because), (db, who) => hers(db, who).AsNoTracking(), null);

    /// <summary>Reads them.</summary>
    public Task<List<object>> ReadAsync(AssistantDb db, DataSubject who, CancellationToken cancellationToken) =>
        find(db, who).ToListAsync(cancellationToken);

    /// <summary>Erases them.</summary>
    /// <returns>How many; none of those that stay.</returns>
    public Task<int> EraseAsync(AssistantDb db, DataSubject who, CancellationToken cancellationToken) =>
        erase is null ? Task.FromResult(0) : erase(db, who, cancellationToken);
}
