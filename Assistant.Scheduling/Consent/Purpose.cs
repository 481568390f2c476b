namespace Assistant.Scheduling.Consent;

/// <summary>What a resident is asked for, each by itself.</summary>
/// <remarks>Source: GDPR art. 6(1)(a), 7(2) and 9(2)(a): consent is given for one or more specific purposes. CARE §8.</remarks>
public enum Purpose
{
    /// <summary>To speak to her of her day and her medicines.</summary>
    Reminders,

    /// <summary>To ask how she is, and to tell the organiser when she stays silent.</summary>
    CheckIns,

    /// <summary>To tell one person of her circle one kind of thing.</summary>
    SharingWithContact,

    /// <summary>To tell the organiser of her neighbourhood one kind of thing.</summary>
    SharingWithOrganiser,

    /// <summary>To remember what she tells, and come back to it.</summary>
    CompanionshipMemory,
}
