using Assistant.Scheduling.Consent;

namespace Assistant.Tests.Scheduling.Consent;

/// <summary>What may be told to whom, as somebody would draw it on paper.</summary>
/// <remarks>
/// A cell says what must be so, any one of it: <c>+</c> nothing; <c>s</c> she shares this kind with this person;
/// <c>a</c> she shares anything of how she is with this person; <c>w</c> she is watched (reminded or asked how she is); <c>c</c> she
/// is asked how she is; <c>e</c> an emergency stands; <c>-</c> never.
/// </remarks>
internal static class SharingTable
{
    private static readonly AskerRole[] Roles =
    [
        AskerRole.Herself, AskerRole.Contact, AskerRole.GoingContact, AskerRole.Organiser, AskerRole.GoingOrganiser,
        AskerRole.OtherOrganiser, AskerRole.Stranger, AskerRole.Invited, AskerRole.RingFellow,
    ];

    private const string Drawn =
        """
        kind       herself  contact  going contact  organiser  going organiser  other organiser  stranger  invited  ring fellow
        Errand     +        +        +              +          +                -                -         +        +
        Request    +        +        +              +          +                -                -         +        +
        Help       +        ae       ae             awe        awe              -                -         -        -
        Silence    +        s        s              sc         sc               -                -         -        -
        Doses      +        s        s              s          s                -                -         -        -
        Medicines  +        s        s              s          s                -                -         -        -
        Supplies   +        s        s              s          s                -                -         -        -
        DayPlan    +        s        s              s          s                -                -         -        -
        Arranging  +        s        s              s          s                -                -         -        -
        Worry      +        s        s              s          s                -                -         -        -
        Course     +        s        s              sawe       sawe             -                -         -        -
        WayIn      +        -        se             -          se               -                -         -        -
        """;

    /// <summary>Every cell of it.</summary>
    public static IEnumerable<(SharedKind Kind, AskerRole Role, string Cell)> Cells { get; } =
        from line in Drawn.Split('\n').Skip(1)
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        from column in Roles.Index()
        select (Enum.Parse<SharedKind>(cells[0]), column.Item, cells[column.Index + 1]);
}
