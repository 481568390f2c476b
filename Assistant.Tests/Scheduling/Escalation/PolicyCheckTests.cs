using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scheduling.Escalation;

public sealed class PolicyCheckTests
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 09:00");
    private static readonly PersonId Els = PersonId.New(Now);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public void A_policy_of_people_who_can_be_reached_has_no_remark() =>
        Assert.Empty(Of([new EscalationStep(Els, Quarter)]));

    [Fact]
    public void A_policy_by_which_nobody_is_reached_is_refused()
    {
        Assert.Equal([(PolicyRemarkKind.Uncovered, false), (PolicyRemarkKind.NobodyReached, true)], Of([], isCovered: false));
        Assert.Contains((PolicyRemarkKind.NobodyReached, true), Of([new EscalationStep(Els, Quarter)], Member(places: 0), isCovered: false));
        Assert.Contains((PolicyRemarkKind.NobodyReached, true), Of([new EscalationStep(Els, Quarter)], Member(accepted: false), isCovered: false));
    }

    [Fact]
    public void Somebody_who_is_not_of_the_circle_is_refused_and_who_was_only_asked_is_warned_of()
    {
        Assert.Contains((PolicyRemarkKind.NotOfTheCircle, true), Of([new EscalationStep(PersonId.New(Now), Quarter)]));
        Assert.Contains((PolicyRemarkKind.NotOfTheCircle, false), Of([new EscalationStep(Els, Quarter)], Member(accepted: false)));
    }

    [Fact]
    public void A_contact_in_another_countrys_zone_is_warned_of() =>
        Assert.Equal([(PolicyRemarkKind.OtherClock, false)], Of([new EscalationStep(Els, Quarter)], Member(zone: "America/Toronto")));

    [Fact]
    public void A_means_she_has_not_is_warned_of() =>
        Assert.Equal([(PolicyRemarkKind.NoSuchMeans, false)], Of([new EscalationStep(Els, Quarter) { Means = Means.Call }]));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(61, 1)]
    [InlineData(15, 0)]
    [InlineData(15, 6)]
    public void Waits_and_times_out_of_range_are_refused(int minutes, int times) =>
        Assert.Contains((PolicyRemarkKind.OutOfRange, true), Of([new EscalationStep(Els, TimeSpan.FromMinutes(minutes)) { Times = times }]));

    [Fact]
    public void An_emergency_that_waits_is_refused() =>
        Assert.Contains((PolicyRemarkKind.EmergencyWaits, true), Of([new EscalationStep(Els, Quarter)], kind: ConcernKind.Emergency, delay: Quarter));

    [Fact]
    public void Whoever_comes_after_the_hour_is_full_is_never_asked_and_that_is_said() =>
        Assert.Equal(
            [(PolicyRemarkKind.NeverAsked, false)],
            Of([new EscalationStep(Els, Quarter) { Times = 4 }, new EscalationStep(Els, Quarter)]));

    private static PolicyPerson Member(bool accepted = true, string zone = SmallTown.ZoneId, int places = 1) =>
        new(HomeTimeZone.Of(zone), accepted, Enumerable.Repeat(Means.Message, places).ToHashSet());

    private static List<(PolicyRemarkKind, bool)> Of(
        IReadOnlyList<EscalationStep> steps, PolicyPerson? els = null, bool isCovered = true, ConcernKind kind = ConcernKind.MissedCheckIn, TimeSpan delay = default) =>
        [.. PolicyCheck.Of(
            new EscalationPolicy { Id = Guid.CreateVersion7(Now), ResidentId = ResidentId.New(Now), Kind = kind, Steps = steps, Delay = delay },
            new Dictionary<PersonId, PolicyPerson> { [Els] = els ?? Member() },
            SmallTown.Zone,
            isCovered,
            Now).Select(remark => (remark.Kind, remark.Refuses))];
}
