using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class WhatIsSaidTogetherComesInOrder
{
    [TownFact]
    public async Task Messages_of_one_moment_are_heard_in_the_order_in_which_they_were_made()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 10:00");
        var ria = town.Person("Ria").Id;
        string[] keys = ["conversation.greeting", "conversation.thanks", "conversation.goodbye", "safety.ok"];

        await town.InOneTransactionAsync(db =>
        {
            var outbox = new Outbox(db, town.Now);
            for (var i = 0; i < 16; i++)
            {
                outbox.Put(ria, $"test:{i}", Saying.Of(keys[i % keys.Length]), Ground.Nobody);
            }

            return Task.FromResult(true);
        });
        await town.TickAsync();

        for (var i = 0; i < 16; i++)
        {
            town.Phone("Ria").Expect(keys[i % keys.Length]);
        }
    }

    [TownFact]
    public async Task Reminders_of_one_moment_come_in_the_order_of_the_day()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen");
        string[] things = ["planten", "post", "krant", "was", "vuilnis", "telefoon"];
        for (var i = 0; i < things.Length; i++)
        {
            jansen.DoesAt($"08:0{i}", things[i], Importance.Ask);
        }

        await town.TickAsync();
        await town.SleepThroughToAsync("2026-03-10 08:06");
        await town.TickAsync();

        foreach (var thing in things)
        {
            town.Phone("mevrouw Jansen").Expect("routine.prompt", ("what", thing));
        }
    }
}
