using System.Diagnostics;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>What somebody is to the resident she asks about.</summary>
public enum AskerRole
{
    /// <summary>The resident herself.</summary>
    Herself,

    /// <summary>Somebody of her circle.</summary>
    Contact,

    /// <summary>Somebody of her circle who has said she goes.</summary>
    GoingContact,

    /// <summary>Somebody who is asked into her circle and has not answered.</summary>
    Invited,

    /// <summary>Somebody of her ring of greetings; both said yes to hearing each other's name.</summary>
    RingFellow,

    /// <summary>The organiser of her neighbourhood.</summary>
    Organiser,

    /// <summary>The organiser of her neighbourhood, who has said she goes.</summary>
    GoingOrganiser,

    /// <summary>The organiser of another neighbourhood.</summary>
    OtherOrganiser,

    /// <summary>Anybody else.</summary>
    Stranger,
}

/// <summary>Why somebody may know something, or may not.</summary>
public enum SharingReason
{
    /// <summary>It is about herself.</summary>
    HerOwn,

    /// <summary>It tells nothing of how she is, or she asked for it herself.</summary>
    NothingOfHers,

    /// <summary>She agreed to it.</summary>
    Agreed,

    /// <summary>It belongs to being reminded or asked how she is, and she was told so.</summary>
    PartOfBeingWatched,

    /// <summary>Her life may depend on it (GDPR art. 6(1)(d), 9(2)(c)).</summary>
    Emergency,

    /// <summary>She did not agree.</summary>
    NotAgreed,

    /// <summary>Only who has said she goes may know it.</summary>
    OnlyWhoGoes,

    /// <summary>Nobody of hers.</summary>
    NobodyOfHers,
}

/// <summary>Whether somebody may know something, and why.</summary>
public readonly record struct SharingDecision(bool IsAllowed, SharingReason Reason);

/// <summary>The one rule of what may be told: may this person know this about that resident now? Pure.</summary>
/// <remarks>
/// 1. Her own is hers. 2. Nothing crosses the wall of a neighbourhood. 3. How to get in is for who goes. 4. What she
/// agreed to may be told. 5. The organiser hears of silence from whoever asked to be watched: that is what watching is.
/// 6. In an emergency the least is told to people of hers: that somebody must look, and to who goes how to get in.
/// Source: GDPR art. 6(1)(a) and (d), 9(2)(a) and (c); CARE §3 and §8.
/// </remarks>
public static class SharingRule
{
    /// <summary>Decides.</summary>
    /// <param name="role">What the asker is to the resident.</param>
    /// <param name="asker">Who she is.</param>
    /// <param name="kind">What she would learn.</param>
    /// <param name="agreed">What the resident agrees to at this moment.</param>
    /// <param name="emergency">Whether an emergency of hers stands.</param>
    public static SharingDecision Decide(AskerRole role, PersonId asker, SharedKind kind, Agreements agreed, bool emergency)
    {
        switch (role)
        {
            case AskerRole.Herself:
                return Yes(SharingReason.HerOwn);
            case AskerRole.OtherOrganiser or AskerRole.Stranger:
                return No(SharingReason.NobodyOfHers);
            case AskerRole.Invited or AskerRole.RingFellow:
                return kind is SharedKind.Errand or SharedKind.Request ? Yes(SharingReason.NothingOfHers) : No(SharingReason.NobodyOfHers);
        }

        var goes = role is AskerRole.GoingContact or AskerRole.GoingOrganiser;
        PersonId? contact = role is AskerRole.Contact or AskerRole.GoingContact ? asker : null;
        return kind switch
        {
            SharedKind.Errand or SharedKind.Request => Yes(SharingReason.NothingOfHers),
            SharedKind.WayIn when !goes => No(SharingReason.OnlyWhoGoes),
            _ when agreed.Has(Of(contact, kind)) => Yes(SharingReason.Agreed),
            SharedKind.Help => Least(contact, agreed, emergency),
            SharedKind.WayIn when emergency => Yes(SharingReason.Emergency),
            SharedKind.Silence when contact is null && agreed.Has(Purpose.CheckIns) => Yes(SharingReason.PartOfBeingWatched),
            SharedKind.Course when contact is null => Least(contact, agreed, emergency),
            SharedKind.Silence or SharedKind.Doses or SharedKind.Medicines or SharedKind.Supplies or SharedKind.DayPlan or SharedKind.Arranging
                or SharedKind.Worry or SharedKind.Course or SharedKind.WayIn => No(SharingReason.NotAgreed),
            _ => throw new UnreachableException(kind.ToString()),
        };
    }

    // That somebody must look in, and nothing more.
    private static SharingDecision Least(PersonId? contact, Agreements agreed, bool emergency) =>
        agreed.SharesAnything(contact) ? Yes(SharingReason.Agreed)
        : contact is null && agreed.IsWatched ? Yes(SharingReason.PartOfBeingWatched)
        : emergency ? Yes(SharingReason.Emergency)
        : No(SharingReason.NotAgreed);

    private static Agreement Of(PersonId? contact, SharedKind kind) =>
        contact is { } person ? Agreement.With(person, kind) : Agreement.WithOrganiser(kind);

    private static SharingDecision Yes(SharingReason reason) => new(true, reason);

    private static SharingDecision No(SharingReason reason) => new(false, reason);
}
