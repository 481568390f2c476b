using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>The book of what residents agreed to, opened in one unit of work at one moment. Saves nothing itself.</summary>
/// <remarks>Nothing is ever taken out of it: a later word closes an earlier one, and both can be read. Every change is on record.</remarks>
public sealed class ConsentBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>She says yes or no to all of these; her earlier word about each is history.</summary>
    public async Task AnswerAsync(
        ResidentId resident, IReadOnlyCollection<Agreement> asked, ConsentAnswer answer, AskedAs how, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
        {
            return;
        }

        var before = await LastWordsAsync(resident, cancellationToken);
        await NoteAsync(AccessEvent.Create, resident, how.By, cancellationToken);
        foreach (var about in asked)
        {
            foreach (var earlier in before.Where(g => g.About == about))
            {
                earlier.Replace(now);
            }

            db.Add(new ConsentGrant
            {
                Id = ConsentGrantId.New(now),
                ResidentId = resident,
                Purpose = about.Purpose,
                Kind = about.Kind,
                ContactId = about.Contact,
                Answer = answer,
                AnsweredAt = now,
                Version = how.Version,
                How = how.How,
                By = how.By,
                Until = how.Until,
            });
        }
    }

    /// <summary>Withdraws all that she agreed to and that is meant, in one action.</summary>
    /// <returns>The action, to undo it by; null when nothing of it stood.</returns>
    public async Task<Guid?> WithdrawAsync(
        ResidentId resident, Func<Agreement, bool> meant, PersonId by, CancellationToken cancellationToken)
    {
        var standing = (await LastWordsAsync(resident, cancellationToken)).Where(g => g.Stands(now) && meant(g.About)).ToList();
        if (standing.Count == 0)
        {
            return null;
        }

        var withdrawal = Guid.CreateVersion7(now);
        await NoteAsync(AccessEvent.Update, resident, by, cancellationToken);
        standing.ForEach(grant => grant.Withdraw(withdrawal, by, now));
        return withdrawal;
    }

    /// <summary>Brings back what one action withdrew, as a new yes; what she answered since then stays as it is.</summary>
    /// <returns>Whether anything came back.</returns>
    public async Task<bool> BringBackAsync(
        ResidentId resident, Guid withdrawal, AskedHow how, PersonId by, CancellationToken cancellationToken)
    {
        var answeredSince = (await LastWordsAsync(resident, cancellationToken)).Select(g => g.About).ToHashSet();
        var withdrawn = (await db.Set<ConsentGrant>().AsNoTracking()
            .Where(g => g.ResidentId == resident && g.WithdrawalId == withdrawal).ToListAsync(cancellationToken))
            .Where(g => !answeredSince.Contains(g.About)).ToList();
        foreach (var together in withdrawn.GroupBy(grant => (grant.Version, grant.Until)))
        {
            var asked = new AskedAs(together.Key.Version, how, by, together.Key.Until);
            await AnswerAsync(resident, [.. together.Select(grant => grant.About)], ConsentAnswer.Given, asked, cancellationToken);
        }

        return withdrawn.Count > 0;
    }

    /// <summary>Her last word about each thing she was ever asked, withdrawn ones left out.</summary>
    public async Task<IReadOnlyList<ConsentGrant>> LastWordsAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, $"consent:{resident}", cancellationToken);
        return [.. (await db.Set<ConsentGrant>()
            .Where(g => g.ResidentId == resident && g.ReplacedAt == null && g.WithdrawnAt == null).ToListAsync(cancellationToken))
            .Where(g => g.IsLastWord)];
    }

    /// <summary>Everything she ever said about it, the newest first.</summary>
    public async Task<IReadOnlyList<ConsentGrant>> HistoryAsync(ResidentId resident, CancellationToken cancellationToken) =>
        await db.Set<ConsentGrant>().AsNoTracking().Where(g => g.ResidentId == resident)
            .OrderByDescending(g => g.AnsweredAt).ThenByDescending(g => g.Id).ToListAsync(cancellationToken);

    private async Task NoteAsync(AccessEvent what, ResidentId resident, PersonId by, CancellationToken cancellationToken)
    {
        var isHerself = await db.Set<Resident>().AnyAsync(r => r.Id == resident && r.PersonId == by, cancellationToken);
        var actor = AccessActor.Of(by, isHerself ? AccessRole.Resident : AccessRole.Organiser);
        new AccessLog(db, now).Note(new AccessNote(
            what, actor, resident, DataCategories.Consent, "consent", isHerself ? AccessPurpose.OwnRequest : AccessPurpose.Care));
    }
}
