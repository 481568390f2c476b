using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class WhatComesTooLateIsReportedNotSent
{
    [TownFact]
    public async Task After_an_outage_pills_whose_time_went_by_are_marked_and_not_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().TakesPillsAt("08:00").Asks("Els");
        await town.TickAsync();

        await town.SleepThroughToAsync("2026-03-10 10:00");
        await town.TickAsync();

        var item = await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).FirstAsync());
        Assert.Equal(PlanItemState.Expired, item.State);
    }

    [TownFact]
    public async Task After_an_outage_pills_still_within_their_validity_are_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();

        await town.SleepThroughToAsync("2026-03-10 09:59");
        await town.TickAsync();

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
    }

    [TownFact]
    public async Task An_important_dose_that_was_never_asked_is_told_to_somebody()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().TakesImportantPillsAt("08:00").Asks("Els");
        await town.TickAsync();

        await town.SleepThroughToAsync("2026-03-10 11:00");
        await town.TickAsync();

        town.Phone("Els").Expect("concern.ask.unanswered");
        Assert.Equal(ConcernKind.Unanswered, (await town.ReadAsync(db => db.Set<Concern>().SingleAsync())).Kind);
    }

    [TownFact]
    public async Task A_question_that_no_channel_took_in_time_is_given_up()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").DoesAt("10:00", "fysiotherapie", Importance.Ask);
        var tries = 0;
        town.Phone("mevrouw Jansen").Answers = (message, _) =>
        {
            tries += message.DedupeKey.StartsWith("reminder", StringComparison.Ordinal) ? 1 : 0;
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("The channel is away."));
        };

        await town.AdvanceToAsync("23:00");

        var she = town.Person("mevrouw Jansen").Id;
        var message = await town.ReadAsync(db => db.Set<OutboundMessage>().SingleAsync(m => m.To == she && m.DedupeKey.StartsWith("reminder")));
        Assert.Equal(MessageState.Failed, message.State);
        Assert.InRange(tries, 4, 20);
        town.Phone(SmallTown.Organiser).Expect("concern.ask.undeliverable", ("resident", "mevrouw Jansen"));
    }

    [TownFact]
    public async Task A_question_waiting_for_its_channel_goes_out_when_the_channel_is_back()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        var phone = town.Phone("mevrouw Jansen");
        phone.Answers = (_, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("Away.", TimeSpan.FromMinutes(5)));

        await town.AdvanceToAsync("08:01");
        phone.Answers = null;
        await town.AdvanceToAsync("08:06");

        Assert.Equal("Tue 08:05:00", phone.Expect("medication.prompt").At);
    }
}
