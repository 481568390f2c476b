using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>What the organiser writes down for a resident of her own neighbourhood, who told her so or signed it.</summary>
internal sealed class ConsentDesk(ResidentDesk desk)
{
    /// <summary>The paper that residents sign; a new text gets a new number.</summary>
    public const string PaperVersion = "paper-1";

    /// <summary>She takes back what is named here, in one action.</summary>
    /// <returns>The action, to undo it by; null where she lives elsewhere, or nothing of it stood.</returns>
    public Task<Guid?> WithdrawAsync(Guid? neighbourhood, ResidentId id, IReadOnlyCollection<Agreement> what, CancellationToken cancellationToken) =>
        desk.DoAsync<Guid?>(
            neighbourhood,
            id,
            (db, resident, watch, now) => new ConsentBook(db, now).WithdrawAsync(resident.Id, what.Contains, watch.Organiser, cancellationToken),
            cancellationToken);

    /// <summary>What one action took back stands again.</summary>
    public Task<bool> BringBackAsync(Guid? neighbourhood, ResidentId id, Guid withdrawal, CancellationToken cancellationToken) =>
        desk.DoAsync(
            neighbourhood,
            id,
            (db, resident, watch, now) => new ConsentBook(db, now)
                .BringBackAsync(resident.Id, withdrawal, AskedHow.Page, watch.Organiser, cancellationToken),
            cancellationToken);

    /// <summary>Writes down what she signed.</summary>
    /// <returns>Whether it was written; not where she lives elsewhere, or names somebody who is not of her circle.</returns>
    public Task<bool> RecordAsync(
        Guid? neighbourhood, ResidentId id, IReadOnlyCollection<Agreement> what, ConsentAnswer answer, CancellationToken cancellationToken) =>
        desk.DoAsync(
            neighbourhood,
            id,
            async (db, resident, watch, now) =>
            {
                var circle = await db.Set<CircleMember>().Where(c => c.ResidentId == resident.Id && c.AcceptedAt != null)
                    .Select(c => c.PersonId).ToListAsync(cancellationToken);
                if (what.Count == 0 || what.Any(about => about.Contact is { } contact && !circle.Contains(contact)))
                {
                    return false;
                }

                var signed = new AskedAs(PaperVersion, AskedHow.OnPaper, watch.Organiser);
                await new ConsentBook(db, now).AnswerAsync(resident.Id, what, answer, signed, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>We do nothing more for her.</summary>
    public Task<bool> EndAsync(Guid? neighbourhood, ResidentId id, ServiceEnd why, CancellationToken cancellationToken) =>
        desk.DoAsync(
            neighbourhood,
            id,
            async (db, resident, _, now) =>
            {
                await EndOfService.EndAsync(db, resident.Id, why, now, cancellationToken);
                return true;
            },
            cancellationToken);
}
