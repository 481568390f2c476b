using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Scheduling.Consent;

public sealed class SharingRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Els = PersonId.New(Now);
    private static readonly PersonId Ria = PersonId.New(Now);
    private static readonly Resident Jansen = new()
    {
        Id = ResidentId.New(Now), PersonId = PersonId.New(Now), NeighbourhoodId = NeighbourhoodId.New(Now),
    };

    private static readonly bool[] EmergencyOrNot = [false, true];

    private static readonly (string Name, Agreement[] To)[] Agreed =
    [
        ("nothing", []),
        ("reminders", [Agreement.Reminders]),
        ("check-ins", [Agreement.CheckIns]),
        ("memory", [Agreement.Memory]),
        .. Agreement.Kinds.Select(kind => ($"{kind} to Els", new[] { Agreement.With(Els, kind) })),
        .. Agreement.Kinds.Select(kind => ($"{kind} to Ria", new[] { Agreement.With(Ria, kind) })),
        .. Agreement.Kinds.Select(kind => ($"{kind} to the organiser", new[] { Agreement.WithOrganiser(kind) })),
    ];

    [Fact]
    public void Every_kind_for_every_role_under_every_agreement_with_and_without_an_emergency_is_as_the_table_says()
    {
        var wrong =
            from cell in SharingTable.Cells
            from agreed in Agreed
            from emergency in EmergencyOrNot
            let expected = Expected(cell, agreed.To, emergency)
            let decided = SharingRule.Decide(cell.Role, Els, cell.Kind, Standing(agreed.To), emergency)
            where decided.IsAllowed != expected
            select $"{cell.Kind} for {cell.Role}, agreed to {agreed.Name}{(emergency ? ", in an emergency" : "")}: {decided}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_has_a_cell_for_every_kind_and_every_role() =>
        Assert.Equal(
            Enum.GetValues<SharedKind>().Length * Enum.GetValues<AskerRole>().Length,
            SharingTable.Cells.DistinctBy(c => (c.Kind, c.Role)).Count());

    [Theory]
    [InlineData("refused")]
    [InlineData("withdrawn")]
    [InlineData("replaced")]
    [InlineData("ended")]
    [InlineData("another's")]
    public void What_is_not_a_standing_yes_is_no(string how)
    {
        var grant = Grant(how == "refused" ? ConsentAnswer.Refused : ConsentAnswer.Given, how == "ended" ? Now : null, how == "another's" ? Ria : Els);
        switch (how)
        {
            case "withdrawn":
                grant.Withdraw(Guid.CreateVersion7(Now), Jansen.PersonId, Now);
                break;
            case "replaced":
                grant.Replace(Now);
                break;
        }

        var decision = SharingRule.Decide(AskerRole.Contact, Els, SharedKind.Silence, Agreements.Of([grant], Now), emergency: false);

        Assert.Equal(new SharingDecision(false, SharingReason.NotAgreed), decision);
    }

    [Fact]
    public void An_agreement_with_an_end_holds_until_that_moment()
    {
        var until = Agreements.Of([Grant(ConsentAnswer.Given, Now.AddTicks(1), Els)], Now);

        Assert.True(SharingRule.Decide(AskerRole.Contact, Els, SharedKind.Silence, until, emergency: false).IsAllowed);
    }

    private static bool Expected((SharedKind Kind, AskerRole Role, string Cell) cell, Agreement[] agreed, bool emergency)
    {
        var toOrganiser = cell.Role is AskerRole.Organiser or AskerRole.GoingOrganiser;
        PersonId? receiver = toOrganiser ? null : Els;
        return cell.Cell.Any(condition => condition switch
        {
            '+' => true,
            's' => agreed.Any(a => a.Kind == cell.Kind && a.Contact == receiver),
            'a' => agreed.Any(a => a.Kind is not (null or SharedKind.Arranging) && a.Contact == receiver),
            'w' => agreed.Any(a => a.Purpose is Purpose.Reminders or Purpose.CheckIns),
            'c' => agreed.Any(a => a.Purpose is Purpose.CheckIns),
            'e' => emergency,
            _ => false,
        });
    }

    private static Agreements Standing(Agreement[] agreed) =>
        Agreements.Of(agreed.Select(about => Town.Agreed.Yes(Jansen, about, Now)), Now);

    private static ConsentGrant Grant(ConsentAnswer answer, DateTimeOffset? until, PersonId contact) => new()
    {
        Id = ConsentGrantId.New(Now),
        ResidentId = Jansen.Id,
        Purpose = Purpose.SharingWithContact,
        Kind = SharedKind.Silence,
        ContactId = contact,
        Answer = answer,
        AnsweredAt = Now.AddDays(-1),
        Version = "v1",
        How = AskedHow.Chat,
        By = Jansen.PersonId,
        Until = until,
    };
}
