using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>One line of a proposal beside what she takes now.</summary>
internal sealed record ProposedLine(ProposalLine Line, ProposalContent Content, Regimen? Held, ProposalNews News)
{
    /// <summary>What to look at before it is accepted, each thing once.</summary>
    public IEnumerable<DosageProblem> Problems => (Content.Refusal is { } no ? [no] : Content.Read?.ToConfirm ?? []).DistinctBy(p => (p.Code, p.Field));

    /// <summary>Whether the file says how often, and we chose at what hours: a sleeping pill is not for breakfast.</summary>
    public bool HoursAreOurs => Content.Read is { } read && read.Dosages.Any(dosage =>
        !dosage.AsNeeded && dosage.Timing?.Repeat is { TimesOfDay.Count: 0, When.Count: 0, PeriodUnit: null or >= PeriodUnit.Day });

    public bool MayAccept => Line.State is ProposalState.Waiting
        && (News is ProposalNews.Stops || (Content.CanAccept && News is not ProposalNews.Same));

    /// <summary>From when, and until when where that is told, what she takes would rest; null where the line is about no rest of it.</summary>
    public (DateOnly From, DateOnly? Back)? Rest(DateOnly today) =>
        Line.State is ProposalState.Waiting && News is ProposalNews.Rests && Content.Read is { } stop ? SameMedicine.Rest(stop, today) : null;

    /// <summary>The last day, where accepting it ends what she takes.</summary>
    public DateOnly? LastDay(DateOnly today) =>
        News is ProposalNews.Stops && Content.Read is { } stop ? SameMedicine.LastDay(stop, today) : null;

    /// <summary>What she would take in the coming days; nothing where it may not be planned.</summary>
    public MedicineCabinet? Planned(MedicineCabinet cabinet, DateOnly today) => Content is not { CanAccept: true, Read: { } read } ? null
        : cabinet with
        {
            Pauses = read.Rest is not { Start: { } rests } ? [] :
            [
                new MedicationPause
                {
                    Id = Line.Id,
                    ResidentId = cabinet.Resident,
                    From = rests,
                    ReturnsOn = read.Rest.End?.AddDays(1) ?? DateOnly.MaxValue,
                    SaidAt = default,
                    SaidBy = default,
                },
            ],
            Regimens =
            [
                new Regimen
                {
                    Id = Line.Id,
                    ResidentId = cabinet.Resident,
                    Medicine = read.Medicine ?? "",
                    Dosages = read.Dosages,
                    From = read.PeriodOfUse.Start ?? read.WrittenOn ?? today,
                    Until = read.PeriodOfUse.End,
                    TellsCircle = false,
                },
            ],
        };
}

/// <summary>A proposal with its lines.</summary>
internal sealed record ProposalSheet(MedicationProposal Proposal, IReadOnlyList<ProposedLine> Lines);
