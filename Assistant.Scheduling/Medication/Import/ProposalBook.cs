using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>The book of proposals, opened in one unit of work at one moment by one person. Saves nothing itself.</summary>
public sealed class ProposalBook(AssistantDb db, DateTimeOffset now, AccessActor by, string route)
{
    /// <summary>More lines than this are not one person's medicines. Default 200.</summary>
    public const int MostLines = 200;

    private PersonId Who => by.Person ?? throw new ArgumentException("Only a person judges a proposal.", nameof(by));

    /// <summary>What other systems call the medicine of this entry, as <see cref="Regimen.Codes"/> keeps it.</summary>
    public static string? CodesOf(ImportedEntry.Proposal entry) => MedicineCodes.Of(entry);

    /// <summary>Keeps what was read, line by line, in the order of the file; plans nothing.</summary>
    public MedicationProposal Keep(ResidentId resident, string fileName, IReadOnlyList<ImportedEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, MostLines);
        var proposal = new MedicationProposal
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            FileName = fileName,
            ReceivedAt = now,
            ReceivedBy = Who,
        };
        db.Add(proposal);
        db.AddRange(entries.Select((entry, place) => new ProposalLine
        {
            Id = Guid.CreateVersion7(now),
            ProposalId = proposal.Id,
            Place = place,
            Content = ProposalContent.Of(entry).Write(),
        }));
        new AccessLog(db, now).Note(new AccessNote(
            AccessEvent.Create, by, resident, DataCategories.Medication, route, AccessPurpose.Care));
        return proposal;
    }

    /// <summary>Plans a line as it was read; in place of the treatment it is about, where she takes that already.</summary>
    /// <returns>The change; null where it was judged before, or may not be planned unasked.</returns>
    public RegimenChange? Accept(ProposalLine line, ResidentId resident, MedicineCabinet cabinet, DateOnly today)
    {
        var content = ProposalContent.ReadFrom(line.Content);
        if (line.State is ProposalState.Waiting && content.Read is { IsStop: true, IsTemporary: false } stop)
        {
            return SameMedicine.Held(stop, cabinet, today) is { } ends ? Stop(line, ends, SameMedicine.LastDay(stop, today)) : null;
        }

        if (line.State is not ProposalState.Waiting || !content.CanAccept || content.Read is not { Medicine: { } medicine } read)
        {
            return null;
        }

        var book = new MedicationBook(db, now, by, route);
        var held = SameMedicine.Held(read, cabinet, today);
        var period = read.PeriodOfUse;
        var first = period.Start ?? read.WrittenOn ?? today;
        var wanted = new Regimen
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            Continues = held?.TreatmentId,
            Medicine = medicine,
            Dosages = read.Dosages,
            From = held is not null && first <= today ? today.AddDays(1) : first,
            CountsFrom = first,
            Until = period.End ?? (period.Length is { } length ? length.EndFrom(first).AddDays(-1) : null),
            TellsCircle = held?.TellsCircle ?? false,
            Codes = MedicineCodes.Of(read) ?? held?.Codes,
        };
        var change = held is null ? book.Add(wanted) : book.Change(held, wanted);
        line.Decide(ProposalState.Accepted, wanted.TreatmentId, (Who, now));
        return change;
    }

    /// <summary>What she takes rests from the day the line names until a person says it begins again.</summary>
    /// <returns>The change; null where it was judged before, or is about nothing she takes.</returns>
    public RegimenChange? Rest(ProposalLine line, MedicineCabinet cabinet, DateOnly today, DateOnly back)
    {
        if (line.State is not ProposalState.Waiting || ProposalContent.ReadFrom(line.Content).Read is not { IsTemporary: true } stop
            || SameMedicine.Held(stop, cabinet, today) is not { } rests || SameMedicine.Rest(stop, today).From is var from && back <= from)
        {
            return null;
        }

        line.Decide(ProposalState.Accepted, rests.TreatmentId, (Who, now));
        return new MedicationBook(db, now, by, route).Pause(cabinet.Resident, rests.TreatmentId, from, back);
    }

    // It ends because a person said so, on the day that was written; the past is not rewritten.
    private RegimenChange Stop(ProposalLine line, Regimen ends, DateOnly lastDay)
    {
        line.Decide(ProposalState.Accepted, ends.TreatmentId, (Who, now));
        return new MedicationBook(db, now, by, route).Stop(ends, lastDay);
    }

    /// <summary>Nothing of the line is planned.</summary>
    /// <returns>Whether it was refused now; false where it was judged before.</returns>
    public bool Refuse(ProposalLine line)
    {
        if (line.State is not ProposalState.Waiting)
        {
            return false;
        }

        line.Decide(ProposalState.Refused, null, (Who, now));
        return true;
    }
}
