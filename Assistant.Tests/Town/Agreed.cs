using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Town;

/// <summary>What residents of a test agreed to, unless their story says otherwise: everything.</summary>
internal static class Agreed
{
    /// <summary>The version of the paper on which they did.</summary>
    public const string Paper = "paper-1";

    /// <summary>The whole service, and telling the organiser all that can be told.</summary>
    public static IEnumerable<ConsentGrant> ToTheService(Resident resident, DateTimeOffset at) =>
        Agreement.Kinds.Select(Agreement.WithOrganiser)
            .Concat([Agreement.Reminders, Agreement.CheckIns, Agreement.Memory])
            .Select(about => Yes(resident, about, at));

    /// <summary>Telling this person of her circle all that can be told.</summary>
    public static IEnumerable<ConsentGrant> ToTell(Resident resident, PersonId contact, DateTimeOffset at) =>
        Agreement.Kinds.Select(kind => Yes(resident, Agreement.With(contact, kind), at));

    public static ConsentGrant Yes(Resident resident, Agreement about, DateTimeOffset at) => new()
    {
        Id = ConsentGrantId.New(at),
        ResidentId = resident.Id,
        Purpose = about.Purpose,
        Kind = about.Kind,
        ContactId = about.Contact,
        Answer = ConsentAnswer.Given,
        AnsweredAt = at,
        Version = Paper,
        How = AskedHow.OnPaper,
        By = resident.PersonId,
    };
}
