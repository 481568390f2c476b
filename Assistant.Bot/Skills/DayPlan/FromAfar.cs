using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What somebody of her circle put on her day is told to her, and she can say no to it.</summary>
internal static class FromAfar
{
    /// <summary>Whether what somebody put on her day is good.</summary>
    public const string Question = "dayplan.added?";

    /// <remarks>A day: whoever sleeps or is out hears it all the same. (choice)</remarks>
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>Tells her who put what on her day, moved it or took it off; to what is new she may say no.</summary>
    public static void Tell(Around around, Draft draft, Guid change)
    {
        var saying = Saying.Of(draft.Verb switch
        {
            DraftVerb.Add => "dayplan.told",
            DraftVerb.Move => "dayplan.told_moved",
            _ => "dayplan.told_cancelled",
        });
        saying = DraftQuestions.When(saying, around, draft)
            .With("who", around.Turn.Speaker.Name).With("what", draft.Of?.Title ?? draft.Title ?? "");
        saying = draft.Of is { } of ? saying.With("was", of.At) : saying.Asking(Question, change, "yes", "no");
        new Outbox(around.Turn.Db, around.Turn.Now).Put(
            around.Resident.PersonId, $"dayplan:{change:N}", saying, Ground.ToHerself(around.Resident.Id), Validity);
    }

    /// <summary>Tells her that whoever changed her day took that back.</summary>
    public static async Task TellUndoneAsync(Around around, DayChange change, CancellationToken cancellationToken)
    {
        if (await AppointmentAsync(around, change.Id, cancellationToken) is { } appointment)
        {
            var saying = Saying.Of(change.Kind is DayChangeKind.Added ? "dayplan.told_undone" : "dayplan.told_back").With("who", around.Turn.Speaker.Name).With("what", appointment.Title);
            new Outbox(around.Turn.Db, around.Turn.Now).Put(
                around.Resident.PersonId, $"dayplan:{change.Id:N}:undone", saying, Ground.ToHerself(around.Resident.Id), Validity);
        }
    }

    /// <summary>What she says to it: no takes it off her day, and who put it there hears so.</summary>
    public static async Task<Saying> AnswerAsync(Around around, Asked asked, DayChanges changes, CancellationToken cancellationToken)
    {
        var intent = around.Turn.Understanding.Intent;
        if (intent is not ("yes" or "no"))
        {
            return await EarlierWords.AboutAsync(around.Turn, asked.Subject, cancellationToken) ?? Saying.Of("dayplan.answered");
        }

        around.Turn.Close(asked.Subject);
        if (await AppointmentAsync(around, asked.Subject, cancellationToken) is not { CancelledAt: null } appointment)
        {
            return Saying.Of("dayplan.answered");
        }

        if (intent is "yes")
        {
            return Saying.Of("dayplan.welcome");
        }

        await changes.RefuseAsync(around, appointment, cancellationToken);
        var who = await around.Turn.Db.Set<Person>().SingleAsync(p => p.Id == appointment.AddedBy, cancellationToken);
        var refused = Saying.Of("dayplan.refused").With("what", appointment.Title)
            .Naming(around.Her.Name, Ground.Telling(SharedKind.Arranging, around.Resident.Id));
        new Outbox(around.Turn.Db, around.Turn.Now).Put(who.Id, $"dayplan:{asked.Subject:N}:refused", refused, Validity);
        return Saying.Of("dayplan.taken_off").With("what", appointment.Title).With("who", who.Name);
    }

    private static async Task<Appointment?> AppointmentAsync(Around around, Guid change, CancellationToken cancellationToken)
    {
        var made = await around.Turn.Db.Set<DayChange>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == change && c.ResidentId == around.Resident.Id, cancellationToken);
        var id = AppointmentId.From(made?.SeriesId ?? Guid.Empty);
        return await around.Turn.Db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
    }
}
