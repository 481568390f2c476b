using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class WhatIsWithdrawnStopsWithinAMinute
{
    [TownFact]
    public async Task A_reminder_that_was_queued_already_is_not_sent()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        town.Phone("mevrouw Jansen").Answers = (_, _) =>
            Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("Away.", TimeSpan.FromMinutes(1)));
        await town.AdvanceToAsync("08:00");
        town.Phone("mevrouw Jansen").Answers = null;

        await jansen.TakesBackAsync(about => about.Purpose is Purpose.Reminders);
        await town.AdvanceToAsync("08:01");

        var message = await town.ReadAsync(db => db.Set<OutboundMessage>().SingleAsync());
        Assert.Equal((MessageState.Withdrawn, null, null), (message.State, message.SentAt, message.Fault));
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task No_reminder_is_made_any_more_nobody_worries_and_her_own_word_still_counts()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").LetsStepsPass().TakesImportantPillsAt("08:00").Asks("Els");
        await town.AdvanceToAsync("08:00");
        var asked = town.Phone("mevrouw Jansen").Expect("medication.prompt");

        await jansen.TakesBackAsync(about => about.Purpose is Purpose.Reminders);
        await town.AdvanceToAsync("12:00");
        await town.PressAsync("mevrouw Jansen", "medication.taken", asked.Subject);
        await town.AdvanceToAsync("2026-03-12 12:00");

        Assert.False(await town.ReadAsync(db => db.Set<Concern>().AnyAsync()));
        Assert.Equal(1, await town.ReadAsync(db => db.Set<PlanItem>().CountAsync(i => i.State == PlanItemState.Done)));
    }

    [TownFact]
    public async Task She_is_not_asked_how_she_is_any_more_and_silence_alarms_nobody()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00").Asks("Els");
        await town.AdvanceToAsync("09:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");

        await jansen.TakesBackAsync(about => about.Purpose is Purpose.CheckIns);
        await town.AdvanceToAsync("2026-03-12 12:00");

        Assert.False(await town.ReadAsync(db => db.Set<CheckIn>().AnyAsync(c => c.State != CheckInState.Received)));
    }

    [TownFact]
    public async Task What_she_takes_back_and_gives_again_begins_again()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").TakesPillsAt("08:00", "20:00").IsAskedAt("09:00");
        var withdrawal = await jansen.TakesBackAsync(_ => true) ?? throw new InvalidOperationException("Nothing stood.");
        await town.AdvanceToAsync("10:00");

        await town.InOneTransactionAsync(db =>
            new ConsentBook(db, town.Now).BringBackAsync(jansen.Id, withdrawal, AskedHow.Chat, jansen.Person.Id, CancellationToken.None));
        await town.AdvanceToAsync("2026-03-11 09:00");

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        town.Phone("mevrouw Jansen").Expect("medication.again");
        town.Phone("mevrouw Jansen").Expect("medication.again");
        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        town.Phone("mevrouw Jansen").ExpectAnything();
    }

    [TownFact]
    public async Task A_neighbour_who_may_not_know_any_more_is_not_told_although_her_message_waited()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00").Asks("Els", "Ria");
        town.Phone("Els").Answers = (_, _) =>
            Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("Away.", TimeSpan.FromMinutes(1)));
        await town.AdvanceToAsync("10:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("Els").Answers = null;

        await jansen.TakesBackAsync(about => about.Contact == town.Person("Els").Id);
        await town.AdvanceToAsync("10:20");

        town.Phone("Ria").Expect("concern.ask.missed_check_in");
        await town.PressAsync("Ria", "responder.fine");
        await town.AdvanceToAsync("23:00");
        town.Phone("mevrouw Jansen").Expect("concern.resident.over.known_safe");

        // A send that failed may have arrived all the same; then she must not set out for nothing.
        Assert.DoesNotContain("who", town.Phone("Els").Expect("concern.circle.stand_down").Message.Saying.Values.Keys);
    }
}
