using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>All that the organiser may know of one resident's medicines.</summary>
internal sealed record MedicationSheet
{
    public required ResidentId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether the resident agreed that the organiser knows which medicines she takes.</summary>
    public required bool MayKnowMedicines { get; init; }

    /// <summary>Whether the resident agreed that the organiser knows which moments were confirmed.</summary>
    public required bool MayKnowDoses { get; init; }

    /// <summary>Whether we still do something for her.</summary>
    public required bool IsServed { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Empty where her medicines may not be known.</summary>
    public required MedicineCabinet Cabinet { get; init; }

    public required IReadOnlyList<StockLeft> Stock { get; init; }

    /// <summary>What was changed, the latest first.</summary>
    public required IReadOnlyList<RegimenChange> Changes { get; init; }

    /// <summary>Who made the changes.</summary>
    public required IReadOnlyDictionary<PersonId, string> Names { get; init; }

    /// <summary>The last seven days; empty where they may not be known.</summary>
    public required IReadOnlyList<DoseDay> Week { get; init; }

    /// <summary>Proposals with lines that nobody judged yet, the latest first.</summary>
    public required IReadOnlyList<WaitingProposal> Proposals { get; init; }

    public DateOnly Today => Cabinet.Zone.DayOf(Now).Date;

    public HomeTimeZone Zone => Cabinet.Zone;

    /// <summary>What is taken now, or from a day to come.</summary>
    public IEnumerable<Regimen> Held => Cabinet.Regimens
        .Where(regimen => !regimen.NeverHeld && !(regimen.Until < Today)).OrderBy(regimen => regimen.From > Today)
        .ThenBy(regimen => regimen.Medicine, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>What was taken before, the latest first.</summary>
    public IEnumerable<Regimen> Past => Cabinet.Regimens
        .Where(regimen => !regimen.NeverHeld && regimen.Until < Today).OrderByDescending(regimen => regimen.Until);

    /// <summary>Rests that have not ended.</summary>
    public IEnumerable<MedicationPause> Pauses => Cabinet.Pauses.Where(pause => pause.ReturnsOn > Today && pause.ReturnsOn > pause.From);

    /// <summary>The change that one click may still undo.</summary>
    public RegimenChange? Undoable => Changes.FirstOrDefault(change => change.UndoneAt is null) is { } last && last.CanUndo(Now) ? last : null;
}

/// <summary>A proposal that waits to be judged.</summary>
internal sealed record WaitingProposal(Guid Id, string FileName, DateTimeOffset ReceivedAt, int Waiting);
