using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Reads proposals for whoever may know her medicines.</summary>
internal sealed class ProposalReader(IDbContextFactory<AssistantDb> contexts)
{
    /// <summary>A proposal of this resident; null where there is none, or her medicines may not be known.</summary>
    public async Task<ProposalSheet?> ReadAsync(MedicationSheet sheet, Guid proposal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!sheet.MayKnowMedicines || await db.Set<MedicationProposal>().AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == proposal && p.ResidentId == sheet.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        var lines = await db.Set<ProposalLine>().AsNoTracking().Where(l => l.ProposalId == proposal)
            .OrderBy(l => l.Place).ToListAsync(cancellationToken);
        return new ProposalSheet(found, [.. lines.Select(line => Beside(line, sheet))]);
    }

    /// <summary>One line; null where it is none of hers.</summary>
    public async Task<ProposedLine?> LineAsync(MedicationSheet sheet, Guid line, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = !sheet.MayKnowMedicines ? null : await (
            from l in db.Set<ProposalLine>().AsNoTracking()
            join proposal in db.Set<MedicationProposal>() on l.ProposalId equals proposal.Id
            where l.Id == line && proposal.ResidentId == sheet.Id
            select l).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : Beside(found, sheet);
    }

    private static ProposedLine Beside(ProposalLine line, MedicationSheet sheet)
    {
        var content = ProposalContent.ReadFrom(line.Content);
        var held = content.Read is { } read ? SameMedicine.Held(read, sheet.Cabinet, sheet.Today) : null;
        return new ProposedLine(line, content, held, content.Read is { } entry ? SameMedicine.News(entry, held) : ProposalNews.New);
    }
}
