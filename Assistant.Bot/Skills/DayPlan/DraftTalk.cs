using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using System.Diagnostics;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>Talks about a draft until somebody says yes to it, or lets it be.</summary>
internal sealed class DraftTalk(TimeReader times, DayPlanner planner, DayChanges changes)
{
    private readonly DraftWords words = new(times);
    private readonly ComingDays coming = new(planner);
    private readonly DraftQuestions questions = new(new ComingDays(planner));

    /// <summary>The draft that is still open; null where nobody waits for it any more.</summary>
    public static async Task<Draft?> OpenAsync(Turn turn, Asked asked, CancellationToken cancellationToken) =>
        turn.Open.Any(o => o.Subject == asked.Subject) ? Draft.Read(await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken)) : null;

    /// <summary>A new draft, from a whole sentence.</summary>
    public async Task<Saying> BeginAsync(Turn said, SayPage page, CancellationToken cancellationToken)
    {
        var turn = await MeantAsync(said, cancellationToken);
        var draft = DraftWords.Begin(turn, page);
        if (draft.Verb is DraftVerb.Add && SaidWhat.Hears(turn.Utterance.Text, page, "dayplan.pills")
            && !SaidWhat.Hears(turn.Utterance.Text, page, "dayplan.pills_errand"))
        {
            return Saying.Of("dayplan.pills");
        }

        return await WhoseDay.FindAsync(turn, page, cancellationToken) is { } around
            ? await TakeInAsync(around, draft with { Whose = around.Resident.Id.Value }, cancellationToken)
            : await WhoseDay.AskAsync(turn, draft, cancellationToken);
    }

    // "An appointment", chosen after "what do you mean?", is about the words we were not sure of.
    private static async Task<Turn> MeantAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Utterance.Choice is not { Subject: null })
        {
            return turn;
        }

        return await EarlierWords.SaidToAsync(turn.Db, turn.Speaker.Id, cancellationToken) is [{ Question: SkillFinder.Confirm } asked, ..] && asked.Values.GetValueOrDefault(SkillFinder.Heard) is { Length: > 0 } heard
            ? turn with { Utterance = turn.Utterance with { Text = heard, Choice = null } }
            : turn;
    }

    // Words that belong to a draft: they fill in or put right, and then it is repeated back.
    private async Task<Saying> TakeInAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        if (!await WhoseDay.MayArrangeAsync(around, cancellationToken))
        {
            return Saying.Of("dayplan.not_allowed").Naming(around.Her.Name, Ground.Telling(SharedKind.Errand, around.Resident.Id));
        }

        if (draft.Verb is not DraftVerb.Add && (draft.Of is null || (draft.Verb is DraftVerb.Cancel && around.Times(times).Date is not null)))
        {
            return await FindAsync(around, draft, cancellationToken);
        }

        var (next, isNoTime) = words.TakeIn(around, draft);
        return isNoTime ? DraftQuestions.NoTime(around, next) : await questions.NextAsync(around, next, cancellationToken);
    }

    private async Task<Saying> FindAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        var said = around.Times(times);
        var on = draft.Verb is DraftVerb.Move ? said.From : said.Date;
        var rest = draft.Of?.Title ?? (draft.IsReminder ? SaidReminder.Of(said.Rest, around.Page) : said.Rest);
        var title = SaidWhat.Title(rest, around.Page);
        var sought = new Sought((title ?? rest) + SaidReminder.Marks(said.Rest, around.Page), title is not null, on, draft.IsReminder);
        var meant = await coming.FindAsync(around, sought, cancellationToken);
        switch (meant)
        {
            case Meant.Over { Which: var over }:
                return Saying.Of("dayplan.over").With("what", over.Title).With("at", over.At);
            case Meant.Nothing:
                return Saying.Of(around.IsHerself ? "dayplan.not_found" : "dayplan.not_yours");
            case Meant.One { Which: var which }:
                var (known, isNoTime) = words.TakeIn(around, draft with { Of = which });
                known = await WithSeriesAsync(around, Without(known), cancellationToken);
                return isNoTime ? DraftQuestions.NoTime(around, known) : await questions.NextAsync(around, known, cancellationToken);
            case Meant.Several { Among: var among }:
                return DraftQuestions.AskWhich(around, Without(words.TakeIn(around, draft).Draft), among);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>One of the choices was taken.</summary>
    public async Task<Saying> PickAsync(Turn turn, SayPage page, (Draft Draft, Guid Subject) picked, CancellationToken cancellationToken)
    {
        var isOpen = turn.Open.Any(o => o.Subject == picked.Subject);
        turn.Close(picked.Subject);
        if (!isOpen || await WhoseDay.OfAsync(turn, page, picked.Draft.Resident, cancellationToken) is not { } around)
        {
            return Saying.Of("dayplan.answered");
        }

        return around.IsHerself
            ? await questions.NextAsync(around, await WithSeriesAsync(around, picked.Draft, cancellationToken), cancellationToken)
            : await TakeInAsync(around, picked.Draft, cancellationToken);
    }

    /// <summary>An answer to what was asked about a draft.</summary>
    public async Task<Saying> GoOnAsync(
        Turn turn, SayPage page, (Draft Draft, Guid Subject, string Question) asked, CancellationToken cancellationToken)
    {
        var draft = asked.Draft;
        var around = draft.Whose == Guid.Empty
            ? await WhoseDay.FindAsync(turn, page, cancellationToken)
            : await WhoseDay.OfAsync(turn, page, draft.Resident, cancellationToken);
        if (around is null)
        {
            return await WhoseDay.AskAsync(turn, draft, cancellationToken);
        }

        turn.Close(asked.Subject);
        draft = draft with { Whose = around.Resident.Id.Value };
        var said = around.Times(times);
        if (IsAnother(around, draft, said))
        {
            return await BeginAsync(turn, page, cancellationToken);
        }

        if (said.IsEmpty && (around.Hears("dayplan.drop") || IsNoAnswer(around, draft, said)))
        {
            return Saying.Of("dayplan.dropped");
        }

        // A yes with an hour in it is a yes to something else.
        return asked.Question is not DraftQuestions.Sure || !said.IsEmpty ? await TakeInAsync(around, draft, cancellationToken)
            : turn.Understanding.Intent switch
            {
                "yes" => await DoAsync(around, draft, cancellationToken),
                "no" when SaidWhat.Title(said.Rest, page) is null => draft.Asking(
                    Saying.Of("dayplan.what_else"), DraftQuestions.Missing, Guid.CreateVersion7(turn.Now)),
                _ => await TakeInAsync(around, draft, cancellationToken),
            };
    }

    private async Task<Saying> DoAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        if (!await WhoseDay.MayArrangeAsync(around, cancellationToken))
        {
            return Saying.Of("dayplan.not_allowed").Naming(around.Her.Name, Ground.Telling(SharedKind.Errand, around.Resident.Id));
        }

        var done = await changes.DoAsync(around, draft, cancellationToken);
        if (!around.IsHerself && done.Subject is { } change)
        {
            FromAfar.Tell(around, draft, change);
        }

        return done;
    }

    // "Welke bedoelt u?" is not asked for ever: who names none of them wants none of them.
    private static bool IsNoAnswer(Around around, Draft draft, SaidTimes said) => draft is { Verb: not DraftVerb.Add, Of: null }
        && DraftWords.Scope(around) is null && SaidWhat.Title(said.Rest, around.Page) is null;

    // A sentence about something else begins anew; what was open about the first is let be.
    private static bool IsAnother(Around around, Draft draft, SaidTimes said)
    {
        if (around.Turn is not { Utterance.Choice: null, Understanding.Intent: "dayplan.add" or "dayplan.move" or "dayplan.cancel" or "reminder.add" or "reminder.cancel" }
            || SaidWhat.Title(said.Rest, around.Page) is not { } title)
        {
            return false;
        }

        var isAdded = around.Turn.Understanding.Intent is "dayplan.add" or "reminder.add";
        return (draft.Of?.Title ?? draft.Title) is { } known
            ? !NamedThing.IsIn(title, known) && !NamedThing.IsIn(known, title) && (!isAdded || said.Date is not null || said.Rule is not null)
            : isAdded && draft.Verb is not DraftVerb.Add;
    }

    // Whether it comes back, and how, is known from the series itself.
    private static async Task<Draft> WithSeriesAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        if (draft.Of is not { } of)
        {
            return draft;
        }

        var appointments = new AppointmentBook(around.Turn.Db, around.Turn.Now, around.Actor, "talk");
        var series = await appointments.FindAsync(of.Occurrence(draft.Resident), cancellationToken);
        return draft with { Of = of with { Recurs = series?.Times.Rule is not null } };
    }

    // What is cancelled goes nowhere: the day that was named is the day it stands on.
    private static Draft Without(Draft draft) => draft.Verb is DraftVerb.Cancel ? draft with { Date = null, At = null, Title = null } : draft with { Title = null };
}
