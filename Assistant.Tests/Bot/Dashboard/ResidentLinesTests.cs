using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Today;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class ResidentLinesTests
{
    private static readonly ResidentId Ann = Id(1);
    private static readonly ResidentId Bea = Id(2);
    private static readonly DateTimeOffset Now = At("10:00");
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(PlanItemState.Planned, MomentMark.Ahead)]
    [InlineData(PlanItemState.Open, MomentMark.Asked)]
    [InlineData(PlanItemState.Skipped, MomentMark.LeftOut)]
    [InlineData(PlanItemState.Unconfirmed, MomentMark.Unconfirmed)]
    [InlineData(PlanItemState.Expired, MomentMark.PassedBy)]
    internal void Every_state_of_the_day_has_a_mark(PlanItemState state, MomentMark mark) =>
        Assert.Equal(mark, Assert.Single(Line(Moment("09:00", state)).Moments).Mark);

    [Fact]
    public void Done_is_confirmed_only_when_somebody_said_so()
    {
        var line = Line(Moment("08:00", PlanItemState.Done), Moment("09:00", PlanItemState.Done) with { AnsweredAt = At("09:05") });

        Assert.Equal([MomentMark.Told, MomentMark.Confirmed], line.Moments.Select(moment => moment.Mark));
        Assert.Equal(At("09:05"), line.Moments[1].Settled);
    }

    [Fact]
    public void Cancelled_things_and_other_days_are_not_on_the_line()
    {
        var line = Line(
            Moment("09:00", PlanItemState.Cancelled), Moment("09:30", PlanItemState.Planned) with { LocalDate = Today.AddDays(1) });

        Assert.Empty(line.Moments);
        Assert.Null(line.Next);
    }

    [Fact]
    public void Next_is_the_first_that_is_still_to_come() =>
        Assert.Equal(
            At("12:00"),
            Line(Moment("18:00", PlanItemState.Planned), Moment("12:00", PlanItemState.Planned), Moment("09:00", PlanItemState.Planned)).Next?.At);

    [Fact]
    public void A_missed_check_in_is_silence_and_a_received_one_is_not()
    {
        var missed = Line([], [CheckIn(CheckInState.Missed)]);
        var received = Line([], [CheckIn(CheckInState.Received) with { ReceivedAt = At("08:40") }]);

        Assert.Equal((ResidentState.Unconfirmed, MomentMark.Silent), (missed.State, missed.Moments[0].Mark));
        Assert.Equal((MomentMark.Heard, At("08:40")), (received.Moments[0].Mark, received.Moments[0].Settled));
    }

    [Fact]
    public void A_check_in_waits_until_its_grace_ends_once_it_was_asked()
    {
        Assert.Equal(MomentMark.Ahead, Line([], [CheckIn(CheckInState.Expected)]).Moments[0].Mark);
        var asked = Line([], [CheckIn(CheckInState.Expected) with { AskedAt = At("09:00") }]);
        Assert.Equal((ResidentState.Waiting, At("10:30")), (asked.State, asked.Moments[0].Until));
    }

    [Theory]
    [InlineData("03:00", ResidentState.NotHeard)]
    [InlineData("04:00", ResidentState.Well)]
    internal void A_word_in_the_night_is_still_yesterdays(string heardAt, ResidentState state)
    {
        var line = Of(Lives(Ann, "Ann") with { LastSignOfLifeAt = At(heardAt) });

        Assert.Equal(state, Assert.Single(line).State);
    }

    [Fact]
    public void Before_four_in_the_morning_the_page_still_shows_the_day_that_is_being_lived()
    {
        var rows = Rows([Lives(Ann, "Ann")], [Moment("22:00", PlanItemState.Done)]);

        Assert.Single(Assert.Single(ResidentLines.Of(rows, Nobody, At("22:00").AddHours(4))).Moments);
    }

    [Fact]
    public void Today_is_the_date_on_her_own_calendar()
    {
        var abroad = Lives(Ann, "Ann") with { TimeZoneId = "Pacific/Auckland" };
        var rows = Rows([abroad], [Moment("20:00", PlanItemState.Planned) with { LocalDate = Today.AddDays(1) }]);

        Assert.Single(Assert.Single(ResidentLines.Of(rows, Nobody, At("18:00"))).Moments);
    }

    [Fact]
    public void Whoever_there_is_a_concern_about_comes_first_then_silence_then_names()
    {
        var rows = Rows(
            [Lives(Id(3), "Zoë"), Lives(Ann, "Ann"), Lives(Bea, "Bea"), Lives(Id(4), "Cat"), Lives(Id(5), "Gone") with { ServiceEndedAt = Now }],
            [Moment("09:00", PlanItemState.Unconfirmed) with { ResidentId = Id(4) }]);

        Assert.Equal(["Zoë", "Cat", "Ann", "Bea"], ResidentLines.Of(rows, new HashSet<ResidentId> { Id(3) }, Now).Select(line => line.Name));
    }

    [Fact]
    public void Whoever_does_not_want_to_be_asked_is_shown_as_not_watched_and_without_more()
    {
        var quiet = Lives(Ann, "Ann") with { LastSignOfLifeAt = At("08:00"), Seen = new Seen(false, false, false, false) };
        var rows = Rows([quiet], [Moment("08:00", PlanItemState.Unconfirmed)], CheckIn(CheckInState.Missed));

        var line = Assert.Single(ResidentLines.Of(rows, Nobody, Now));

        Assert.Equal((ResidentState.NotWatched, null, null), (line.State, line.LastSignOfLifeAt, line.Next));
        Assert.Empty(line.Moments);
    }

    private static readonly HashSet<ResidentId> Nobody = [];

    private static ResidentLine Line(params MomentRow[] moments) => Line(moments, []);

    private static ResidentLine Line(MomentRow[] moments, CheckInRow[] checkIns) =>
        Assert.Single(ResidentLines.Of(Rows([Lives(Ann, "Ann")], moments, checkIns), Nobody, Now));

    private static IReadOnlyList<ResidentLine> Of(params ResidentRow[] residents) => ResidentLines.Of(Rows(residents, []), Nobody, Now);

    private static BoardRows Rows(ResidentRow[] residents, MomentRow[] moments, params CheckInRow[] checkIns) => new()
    {
        Residents = residents,
        Moments = moments,
        CheckIns = checkIns,
        Concerns = new ConcernRows([], [], new Dictionary<PersonId, string>(), new Dictionary<(ResidentId, PersonId), string>()),
        Failures = [],
    };

    private static ResidentRow Lives(ResidentId id, string name) => new(id, name, "Europe/Amsterdam", null, null) { Seen = new Seen(true, true, true, true) };

    private static MomentRow Moment(string at, PlanItemState state) => new(Ann, "medication", Today, At(at), state, null);

    private static CheckInRow CheckIn(CheckInState state) => new(Ann, Today, At("09:00"), At("10:30"), state, null, null);

    private static DateTimeOffset At(string time) => new(new DateOnly(2026, 3, 10), TimeOnly.ParseExact(time, "HH:mm"), TimeSpan.FromHours(1));

    private static ResidentId Id(int number) => new(new Guid($"01900000-0000-7000-8000-{number:000000000000}"));
}
