using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Reminders;

public sealed class BundlingTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly ResidentId Resident = ResidentId.New(Ten);

    [Fact]
    public void Whatever_is_due_each_thing_is_in_one_place_questions_are_alone_and_nothing_that_presses_waits()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), (things, room) =>
        {
            List<Sayable> due = [.. (things ?? []).Select((thing, i) => Thing((Importance)(thing % 3), i))];
            var bundle = Bundling.Of(due, [], room % 4);
            List<Sayable> said = [.. bundle.Messages.SelectMany(m => m.Told.Concat(m.Asked is { } asked ? [asked] : []))];
            return due.All(one => said.Count(s => s == one) + bundle.HeldBack.Count(s => s == one) == 1)
                && !bundle.HeldBack.Any(one => one.IsPressing)
                && bundle.Messages.All(m => m.Told.Count <= Bundling.MostTogether && !m.Told.Any(one => one.IsAsked))
                && bundle.Messages.Count <= Math.Max(room % 4, due.Count(one => one.IsPressing));
        });

        property.Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(23UL, 5UL), null)));
    }

    [Fact]
    public void What_is_near_goes_along_only_where_something_is_said()
    {
        var near = Thing(Importance.Mention, 3);

        Assert.Empty(Bundling.Of([Thing(Importance.Mention, 0)], [near], room: 0).Messages);
        Assert.Contains(near, Assert.Single(Bundling.Of([Thing(Importance.AskUntilAnswered, 0)], [near], room: 0).Messages).Told);
    }

    private static Sayable Thing(Importance importance, int minute)
    {
        var at = Ten.AddMinutes(minute);
        var item = new PlanItem
        {
            Id = PlanItemId.New(at), ResidentId = Resident, Source = "routine", LocalDate = new DateOnly(2026, 3, 10), Slot = $"{minute}",
            Title = "koffie", Question = "routine.done?", Choices = "yes no", Importance = importance, TellsCircle = false, At = at,
            ValidUntil = at.AddMinutes(30),
        };
        return new Sayable(item, importance is Importance.Mention ? new NudgeDecision.Tell() : new NudgeDecision.Ask(false, at.AddMinutes(15)));
    }
}
