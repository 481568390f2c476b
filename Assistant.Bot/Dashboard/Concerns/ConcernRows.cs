using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>The concerns of one neighbourhood as they are stored, with who took part in them.</summary>
/// <param name="Concerns">Open ones, and those that ended lately.</param>
/// <param name="Events">What happened to them.</param>
/// <param name="People">Everybody they speak of, by id.</param>
/// <param name="Relations">How each resident speaks of those in her circle: a key of the phrase files.</param>
internal sealed record ConcernRows(
    IReadOnlyList<ConcernRow> Concerns,
    IReadOnlyList<ConcernEvent> Events,
    IReadOnlyDictionary<PersonId, string> People,
    IReadOnlyDictionary<(ResidentId Resident, PersonId Person), string> Relations);

/// <summary>One concern, and the resident it is about.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="ResidentName">What she is called.</param>
/// <param name="WayIn">How to get in, where the reader may know once she goes.</param>
/// <param name="HidesReason">Whether the reader may know that somebody must look, and not why.</param>
internal sealed record ConcernRow(Concern Concern, string ResidentName, string? WayIn, bool HidesReason = false);
