using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Presses buttons as people do: what is pressed goes into the books in one transaction, as a turn does it.</summary>
internal static class Answering
{
    /// <summary>Presses this button of the newest message that offers it.</summary>
    public static Task PressAsync(this SmallTown town, string name, string choice)
    {
        var question = town.Phone(name).All.LastOrDefault(m => m.Choices.Contains(choice))
            ?? throw new XunitException($"{name} was never offered {choice}.{Environment.NewLine}{town.Phones}");
        return town.PressAsync(name, choice, question.Subject);
    }

    /// <summary>Presses this button about this thing.</summary>
    public static Task PressAsync(this SmallTown town, string name, string choice, Guid subject) =>
        town.InOneTransactionAsync(async db =>
        {
            var person = town.Person(name).Id;
            await ShowAsync(db, person, town.Now);
            switch (choice.Split('.')[0])
            {
                case "responder":
                    await RespondAsync(db, person, (choice, subject), town.Now);
                    break;
                case "checkin":
                    break;
                default:
                    await AnswerAsync(db, person, (choice, subject), town.Now);
                    break;
            }

            return true;
        });

    /// <summary>A sign of life: a word about the weather.</summary>
    public static Task SpeakAsync(this SmallTown town, string name) =>
        town.InOneTransactionAsync(async db =>
        {
            await ShowAsync(db, town.Person(name).Id, town.Now);
            return true;
        });

    /// <summary>A worry about her comes up, as a turn raises it.</summary>
    public static Task<Concern> RaiseAsync(this SmallTown town, string name, ConcernKind kind) => town.InOneTransactionAsync(async db =>
    {
        var person = town.Person(name).Id;
        var resident = await db.Set<Resident>().SingleAsync(r => r.PersonId == person);
        return await new ConcernBook(db, town.Now).RaiseAsync(kind, resident.Id, Guid.CreateVersion7(town.Now), CancellationToken.None);
    });

    /// <summary>She says later; null when it may not wait any longer.</summary>
    public static Task<DateTimeOffset?> LaterAsync(this SmallTown town, string name, string? until = null)
    {
        var subject = town.Phone(name).All[^1].Subject;
        return town.InOneTransactionAsync(async db =>
        {
            await ShowAsync(db, town.Person(name).Id, town.Now);
            var item = await db.Set<PlanItem>().SingleAsync(i => i.Id == PlanItemId.From(subject));
            var at = until is null ? (DateTimeOffset?)null : SmallTown.Moment(until);
            return await new ReminderBook(db, town.Now).SnoozeAsync(item, at, CancellationToken.None);
        });
    }

    private static async Task ShowAsync(AssistantDb db, PersonId person, DateTimeOffset now)
    {
        if (await db.Set<Resident>().SingleOrDefaultAsync(r => r.PersonId == person) is { } resident)
        {
            await SignsOfLife.NoteAsync(db, resident, now, now, CancellationToken.None);
        }
    }

    private static async Task RespondAsync(AssistantDb db, PersonId person, (string Choice, Guid Subject) said, DateTimeOffset now)
    {
        var concern = await db.Set<Concern>().SingleAsync(c => c.Id == ConcernId.From(said.Subject));
        var book = new ConcernBook(db, now);
        switch (said.Choice)
        {
            case "responder.going":
                await book.AcknowledgeAsync(concern, person, CancellationToken.None);
                break;
            case "responder.cannot":
                book.Decline(concern, person);
                break;
            case "responder.fine":
                await book.ResolveAsync(concern, ConcernOutcome.KnownSafe, person, CancellationToken.None);
                break;
            case "responder.done":
                await book.ResolveAsync(concern, ConcernOutcome.Visited, person, CancellationToken.None);
                break;
            default:
                throw new XunitException($"Nobody can answer {said.Choice}.");
        }
    }

    private static async Task AnswerAsync(AssistantDb db, PersonId person, (string Choice, Guid Subject) said, DateTimeOffset now)
    {
        var item = await db.Set<PlanItem>().SingleAsync(i => i.Id == PlanItemId.From(said.Subject));
        var isDone = said.Choice is "medication.taken" or "yes";
        await new ReminderBook(db, now).AnswerAsync(item, isDone ? ReminderAnswer.Done : ReminderAnswer.Skipped, person, CancellationToken.None);
        if (item.Source == DoseSource.SourceName)
        {
            await new DoseBook(db, now).RecordAsync(
                item, isDone ? DoseOutcome.Taken : DoseOutcome.Skipped, new Said(person, "test", SmallTown.Zone), CancellationToken.None);
        }
    }
}
