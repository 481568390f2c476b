using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Scheduling.DayPlan;

public sealed class DayStripTests
{
    private static readonly DateTimeOffset Now = At("10:15");

    [Fact]
    public void What_was_what_is_now_and_what_comes_stand_in_the_order_of_the_day()
    {
        var strip = DayStrip.Of(
            [Item("14:00"), Item("10:00"), Item("08:00", i => i.Done(Anna, At("08:05"))), Item("12:30"), Item("12:30")], Now);

        Assert.Equal(
            [StripPlace.Was, StripPlace.Now, StripPlace.Next, StripPlace.Next, StripPlace.Later], strip.Items.Select(i => i.Place));
        Assert.Equal(2, strip.NowAt);
    }

    [Fact]
    public void What_was_answered_before_its_time_was_and_what_still_waits_is_now_however_late()
    {
        var early = DayStrip.Of([Item("11:00", i => i.Done(Anna, At("10:10")))], Now).Items[0];
        var late = DayStrip.Of([Item("07:00", i => i.Open())], Now).Items[0];

        Assert.Equal((StripPlace.Was, StripMark.Done), (early.Place, early.Mark));
        Assert.Equal((StripPlace.Now, StripMark.Waiting), (late.Place, late.Mark));
    }

    [Fact]
    public void The_coffee_that_was_only_mentioned_goes_on_until_its_time_is_over()
    {
        PlanItem Coffee() => Item("10:00", i => i.Told());

        Assert.Equal((StripPlace.Now, StripMark.None), (PlaceAt(Coffee(), "10:29"), DayStrip.Of([Coffee()], Now).Items[0].Mark));
        Assert.Equal(StripPlace.Was, PlaceAt(Coffee(), "10:30"));
        Assert.Equal(StripPlace.Next, PlaceAt(Coffee(), "09:55"));
    }

    [Theory]
    [InlineData(PlanItemState.Skipped, StripMark.LeftOut)]
    [InlineData(PlanItemState.Unconfirmed, StripMark.Unanswered)]
    [InlineData(PlanItemState.Expired, StripMark.None)]
    public void What_is_over_says_how_it_went_and_nothing_that_nobody_said(PlanItemState state, StripMark mark)
    {
        var over = DayStrip.Of(
            [
                Item("10:00", i =>
                {
                    Action end = state switch
                    {
                        PlanItemState.Skipped => () => i.Skip(Anna, Now),
                        PlanItemState.Unconfirmed => i.LeaveUnconfirmed,
                        _ => i.Expire,
                    };
                    end();
                }),
            ],
            Now).Items[0];

        Assert.Equal((StripPlace.Was, mark), (over.Place, over.Mark));
    }

    [Fact]
    public void What_was_cancelled_is_not_there_and_an_empty_day_has_its_line_of_now()
    {
        var strip = DayStrip.Of([Item("11:00", i => i.Cancel())], Now);

        Assert.Empty(strip.Items);
        Assert.Equal(0, strip.NowAt);
    }

    [Fact]
    public void Near_to_now_are_the_last_that_was_all_that_is_and_the_two_that_come()
    {
        var strip = DayStrip.Of(
            [Item("07:00"), Item("08:00"), Item("10:00"), Item("10:10"), Item("11:00"), Item("12:00"), Item("13:00")], Now);

        Assert.Equal(["08:00", "10:00", "10:10", "11:00", "12:00"], strip.Near.Select(i => $"{i.Item.At:HH:mm}"));
    }

    [Fact]
    public void A_birthday_is_all_day_and_stands_first_whatever_time_it_is_told()
    {
        var strip = DayStrip.Of([Item("07:00"), Item("08:00", i => i.Told(), allDay: true), Item("12:00")], Now);

        Assert.Equal([StripPlace.AllDay, StripPlace.Was, StripPlace.Next], strip.Items.Select(i => i.Place));
        Assert.Equal((2, StripPlace.AllDay), (strip.NowAt, strip.Near[0].Place));
    }

    private static StripPlace PlaceAt(PlanItem item, string time) => DayStrip.Of([item], At(time)).Items[0].Place;

    private static PersonId Anna => PersonId.From(Guid.Parse("01900000-0000-7000-8000-0000000000aa"));

    private static DateTimeOffset At(string time) => new(new DateOnly(2026, 3, 10), TimeOnly.Parse(time, null), TimeSpan.Zero);

    private static PlanItem Item(string at, Action<PlanItem>? become = null, bool allDay = false)
    {
        var item = new PlanItem
        {
            Id = PlanItemId.New(At(at)),
            ResidentId = ResidentId.From(Guid.Parse("01900000-0000-7000-8000-0000000000ab")),
            Source = "routine",
            LocalDate = new DateOnly(2026, 3, 10),
            Slot = at,
            Title = "iets",
            Question = "routine.done?",
            Choices = "yes no",
            Importance = Importance.Ask,
            TellsCircle = false,
            IsAllDay = allDay,
            At = At(at),
            ValidUntil = At(at) + RoutineSource.Validity,
        };
        become?.Invoke(item);
        return item;
    }
}
