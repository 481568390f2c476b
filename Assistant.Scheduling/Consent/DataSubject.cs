using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>Of whom a copy is made, or who is erased.</summary>
/// <param name="Resident">As a resident.</param>
/// <param name="Person">As whom we speak with.</param>
/// <param name="IsMore">Whether she is also in somebody else's circle, or an organiser: for that we still have to reach her.</param>
public sealed record DataSubject(ResidentId Resident, PersonId Person, bool IsMore = false);
