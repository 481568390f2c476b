using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>One thing a resident can agree to.</summary>
/// <param name="Purpose">For what.</param>
/// <param name="Kind">Which kind of thing may be told; null where nobody is told anything.</param>
/// <param name="Contact">Who of her circle may be told; null where it is about nobody in particular.</param>
public readonly record struct Agreement(Purpose Purpose, SharedKind? Kind = null, PersonId? Contact = null)
{
    /// <summary>The kinds a resident is asked about: what may always be told, or never before somebody goes, is not among them.</summary>
    public static IReadOnlyList<SharedKind> Kinds { get; } =
    [
        SharedKind.Silence, SharedKind.Doses, SharedKind.Medicines, SharedKind.Supplies, SharedKind.DayPlan, SharedKind.Arranging,
        SharedKind.Worry, SharedKind.Course, SharedKind.WayIn,
    ];

    /// <summary>That we speak to her of her day.</summary>
    public static Agreement Reminders { get; } = new(Purpose.Reminders);

    /// <summary>That we ask how she is.</summary>
    public static Agreement CheckIns { get; } = new(Purpose.CheckIns);

    /// <summary>That we remember what she tells.</summary>
    public static Agreement Memory { get; } = new(Purpose.CompanionshipMemory);

    /// <summary>That somebody of her circle may know this.</summary>
    public static Agreement With(PersonId contact, SharedKind kind) => new(Purpose.SharingWithContact, kind, contact);

    /// <summary>That the organiser may know this.</summary>
    public static Agreement WithOrganiser(SharedKind kind) => new(Purpose.SharingWithOrganiser, kind);
}
