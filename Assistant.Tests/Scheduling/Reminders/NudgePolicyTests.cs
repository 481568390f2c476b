using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Reminders;

public sealed class NudgePolicyTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Before_the_validity_ends_it_asks_and_at_its_end_it_does_not()
    {
        var item = Item(Importance.AskUntilAnswered, TimeSpan.FromHours(2));

        Assert.IsType<NudgeDecision.Ask>(NudgePolicy.Decide(Fresh(), item, isWanted: true, item.ValidUntil.AddTicks(-1)));
        Assert.IsType<NudgeDecision.TooLate>(NudgePolicy.Decide(Fresh(), item, isWanted: true, item.ValidUntil));
    }

    [Fact]
    public void Whatever_she_answers_and_whenever_the_clock_looks_nothing_is_asked_outside_the_validity_or_for_ever()
    {
        var property = Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(), Gen.Elements(Enum.GetValues<Importance>()).ToArbitrary(), (days, importance) =>
            {
                var item = Item(importance, TimeSpan.FromHours(2));
                var asked = Play(item, days ?? []);
                return asked.All(at => at >= Eight && at < item.ValidUntil)
                    && asked.Count <= (importance is Importance.AskUntilAnswered ? NudgePolicy.MostPrompts : 1) + NudgePolicy.MostSnoozes;
            });

        property.Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Later_without_a_time_is_taken_twice(int snoozes, bool isTaken)
    {
        var reminder = Fresh();
        for (var i = 0; i < snoozes; i++)
        {
            reminder.Snooze(Eight.AddMinutes(20), withoutTime: true);
        }

        var until = NudgePolicy.SnoozeUntil(reminder, Item(Importance.AskUntilAnswered, TimeSpan.FromHours(2)), null, Eight);

        Assert.Equal(isTaken ? Eight.AddMinutes(20) : null, until);
    }

    // Each number is one look of the clock: so many minutes late, and an odd number says "later" afterwards.
    private static List<DateTimeOffset> Play(PlanItem item, byte[] looks)
    {
        var reminder = Fresh();
        var asked = new List<DateTimeOffset>();
        foreach (var look in looks)
        {
            if (reminder.NextActionAt is not { } due || reminder.IsOver)
            {
                break;
            }

            var now = due.AddMinutes(look % 40);
            switch (NudgePolicy.Decide(reminder, item, isWanted: true, now))
            {
                case NudgeDecision.Tell:
                    asked.Add(now);
                    reminder.Told();
                    break;
                case NudgeDecision.Ask ask:
                    asked.Add(now);
                    reminder.Prompted(ask.LookAgainAt);
                    break;
                default:
                    reminder.GiveUp();
                    break;
            }

            if (look % 2 == 1 && !reminder.IsOver && NudgePolicy.SnoozeUntil(reminder, item, null, now) is { } until)
            {
                reminder.Snooze(until, withoutTime: true);
            }
        }

        return asked;
    }

    private static Reminder Fresh() => new Reminder { Id = PlanItemId.New(Eight) }.WaitUntil(Eight);

    private static PlanItem Item(Importance importance, TimeSpan validity) => new()
    {
        Id = PlanItemId.New(Eight),
        ResidentId = ResidentId.New(Eight),
        Source = "medication",
        LocalDate = new DateOnly(2026, 3, 10),
        Slot = "0800",
        Title = "pills",
        Question = "medication.taken?",
        Choices = "",
        Importance = importance,
        TellsCircle = false,
        At = Eight,
        ValidUntil = Eight + validity,
    };
}
