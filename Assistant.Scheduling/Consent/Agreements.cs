using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>All that one resident agrees to at one moment. What she was never asked she does not agree to.</summary>
public sealed class Agreements
{
    private readonly HashSet<Agreement> standing;

    private Agreements(IEnumerable<Agreement> standing) => this.standing = [.. standing];

    /// <summary>Of somebody who agreed to nothing.</summary>
    public static Agreements None { get; } = new([]);

    /// <summary>Whether we keep an eye on her at all: she wants to be reminded, or asked how she is.</summary>
    public bool IsWatched => Has(Purpose.Reminders) || Has(Purpose.CheckIns);

    /// <summary>What stands of these answers at this moment.</summary>
    public static Agreements Of(IEnumerable<ConsentGrant> answers, DateTimeOffset now) =>
        new(answers.Where(answer => answer.Stands(now)).Select(answer => answer.About));

    /// <summary>What each of these residents agrees to, in one query; who agrees to nothing is left out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="residents">Who.</param>
    /// <param name="purposes">For which purposes; all where none is named.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyDictionary<ResidentId, Agreements>> ReadAsync(
        AssistantDb db,
        IReadOnlyCollection<ResidentId> residents,
        IReadOnlyCollection<Purpose> purposes,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var last = db.Set<ConsentGrant>().AsNoTracking().Where(g => residents.Contains(g.ResidentId))
            .Where(g => g.ReplacedAt == null && g.WithdrawnAt == null && g.Answer == ConsentAnswer.Given)
            .Where(g => g.Until == null || g.Until > now);
        var asked = purposes.Count == 0 ? last : last.Where(g => purposes.Contains(g.Purpose));
        var rows = await asked.Select(g => new { g.ResidentId, g.Purpose, g.Kind, g.ContactId }).ToListAsync(cancellationToken);
        return rows.GroupBy(g => g.ResidentId)
            .ToDictionary(hers => hers.Key, hers => new Agreements(hers.Select(g => new Agreement(g.Purpose, g.Kind, g.ContactId))));
    }

    /// <summary>What one resident agrees to.</summary>
    public static async Task<Agreements> OfAsync(AssistantDb db, ResidentId resident, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await ReadAsync(db, [resident], [], now, cancellationToken)).GetValueOrDefault(resident, None);

    /// <summary>Whether she agrees to this.</summary>
    public bool Has(Agreement agreement) => standing.Contains(agreement);

    /// <summary>Whether she agrees to what nobody is told about.</summary>
    public bool Has(Purpose purpose) => standing.Contains(new Agreement(purpose));

    /// <summary>Whether she shares anything at all of how she is with this person of her circle; with the organiser, where it is null.</summary>
    public bool SharesAnything(PersonId? contact) => standing.Any(a => a.Kind is not (null or SharedKind.Arranging) && a.Contact == contact);
}
