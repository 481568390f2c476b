using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Answers one utterance: who speaks, what it means, which skill knows, and all of it in one transaction.</summary>
internal sealed class TurnHandler(
    IDbContextFactory<AssistantDb> contexts,
    Listening listening,
    SkillFinder skills,
    AnsweredQuestions answered,
    TimeProvider clock)
{
    private static readonly string[] SaysWhatItIs = ["welcome.identity", "welcome.stranger"];

    /// <summary>From how long after they were said words count as late. Default 15 min. (choice)</summary>
    /// <remarks>WhatsApp delivers up to seven days later. A late yes answers only what had been asked when it was said.</remarks>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>Answers a message of the inbox; its reply waits in the outbox when this returns.</summary>
    public async Task HandleAsync(Guid inboxMessage, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == inboxMessage, cancellationToken);
        if (message.HandledAt is not null)
        {
            return;
        }

        // Begun before anything is read, so that what the turn decides on cannot change under it.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var turnOf in await SpeakerLookup.TurnsAsync(db, message.Utterance, cancellationToken))
        {
            await OneNode.AtATimeAsync(db, turnOf, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var speakers = await SpeakerLookup.FindAsync(db, message.Utterance, listening.Languages, now, cancellationToken);
        var point = speakers[0].Point;
        var lastHeard = point.LastHeardAt;
        point.Heard(message.Utterance.SaidAt, message.Utterance.Reference);
        var (turn, speaker, askFirst) = await HearAsync(db, speakers, message.Utterance, now, cancellationToken);
        List<Saying> replies = askFirst is null ? await AnswersAsync(turn, cancellationToken) : [askFirst];
        replies[0] = askFirst ?? Opened(replies[0], turn, lastHeard);
        db.AddRange(replies.Select((reply, number) => Reply(message.Id, number, speaker, reply, now)));
        if (turn.Resident is { } resident && await FirstMeeting.AfterAsync(turn, replies[^1], cancellationToken) is { } question)
        {
            db.Add(FirstMeeting.Message(turn, resident, speaker.Point.Id, question));
        }

        message.Handled(now);
        var closed = AnsweredQuestions.ClosedBy(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await answered.TellAsync(closed, cancellationToken);
    }

    private async Task<(Turn Turn, KnownSpeaker Speaker, Saying? AskFirst)> HearAsync(
        AssistantDb db, IReadOnlyList<KnownSpeaker> speakers, Utterance utterance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var said = utterance.SaidAt < now ? utterance.SaidAt : now;
        var askedBy = now - said > Late ? said : now;
        var ids = speakers.Select(one => one.Person.Id).ToList();
        var open = await db.Set<OpenQuestion>()
            .Where(q => ids.Contains(q.PersonId) && q.ValidUntil > now && q.AskedAt <= askedBy)
            .OrderByDescending(q => q.AskedAt).ThenByDescending(q => q.Number).ToListAsync(cancellationToken);
        if (speakers.Count > 1 && utterance.Choice is { } pressed)
        {
            utterance = utterance with { Text = await EarlierWords.BeforeForWhomAsync(db, ids, pressed, now, cancellationToken) };
        }

        var who = Who(speakers, open, utterance, said);
        var (speaker, hers) = (who.Speaker.Speaker, who.Speaker.Open);
        var heard = listening.Hear(who.Utterance, speaker.Person, hers is [{ IsOffer: false } newest, ..] ? newest.Key : null, said);

        // Whoever it is that cries for help: nobody is asked for whom, help is.
        var askFirst = heard.Understanding.Concern is Concern.None ? who.AskFirst : null;
        var turn = new Turn
        {
            Db = db,
            Now = now,
            Utterance = who.Utterance,
            Speaker = speaker.Person,
            Resident = speaker.Resident is { ServiceEndedAt: null } served ? served : null,
            Understanding = heard.Understanding,
            Times = heard.Times,
            Open = hers,
        };
        return (turn, speaker, askFirst);
    }

    private WhoSpeaks Who(IReadOnlyList<KnownSpeaker> speakers, List<OpenQuestion> open, Utterance utterance, DateTimeOffset said)
    {
        var people = speakers.Select(one => new Candidate(one, [.. open.Where(q => q.PersonId == one.Person.Id)])).ToList();
        return people is [var only]
            ? new WhoSpeaks(only, utterance)
            : SharedTelephone.Decide(
                people, utterance, listening.Hear(utterance, people[0].Speaker.Person, open.FirstOrDefault()?.Key, said).Understanding.Intent);
    }

    // Each thing that was said is answered by itself, and at the first question we wait: two at a time nobody can answer.
    private async Task<List<Saying>> AnswersAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Understanding.Concern: Concern.None, Utterance.IsForwarded: false })
        {
            return [await AnswerAsync(turn, cancellationToken)];
        }

        var first = turn.Understanding.Said is { } said ? turn.Part(said, turn.Understanding) : turn;
        List<Saying> replies = [await AnswerAsync(first, cancellationToken)];
        var further = turn.Understanding.Also.Select(part => turn.Part(part.Said, part.Meaning) with { Open = [] }).ToList();
        var waiting = replies[0].Question is null ? await LeftWaiting.AfterAsync(turn, listening, cancellationToken) : [];
        foreach (var next in further.Concat(waiting).TakeWhile(_ => replies[^1].Question is null))
        {
            replies.Add(await skills.AnswerAsync(next, cancellationToken));
        }

        return replies;
    }

    private async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        // Somebody who says she has fallen is alive, but nothing is well: no all-clear goes out on those words.
        if (turn.Resident is { } resident && turn.Understanding.Concern is not Concern.Emergency)
        {
            var saidAt = turn.Utterance.SaidAt < turn.Now ? turn.Utterance.SaidAt : turn.Now;
            await SignsOfLife.NoteAsync(turn.Db, resident, saidAt, turn.Now, cancellationToken);
        }

        return await skills.AnswerAsync(turn, cancellationToken);
    }

    // A talk begins by saying that a computer speaks (AI Act art. 50(1)); who is in danger hears what to do first.
    private static Saying Opened(Saying reply, Turn turn, DateTimeOffset? lastHeard)
    {
        var isFirst = lastHeard is null || lastHeard < turn.Day.At(Resident.DayBegins);
        var isUrgent = reply.Key.StartsWith("safety.", StringComparison.Ordinal);
        return isFirst && !isUrgent && !SaysWhatItIs.Contains(reply.Key)
            ? reply.With(Wording.Opening, "=conversation.opening")
            : reply;
    }

    private static OutboundMessage Reply(Guid message, int number, KnownSpeaker speaker, Saying saying, DateTimeOffset now) => new OutboundMessage
    {
        Id = MessageId.New(now),
        To = speaker.Person.Id,
        Ground = saying.Tells ?? (speaker.Resident is { } resident ? Ground.ToHerself(resident.Id) : Ground.Nobody),
        Via = speaker.Point.Id,
        DedupeKey = number == 0 ? $"{Turn.ReplyKey}{message:N}" : $"{Turn.ReplyKey}{message:N}:{number}",
        Saying = saying,
        CreatedAt = now,
        ValidUntil = now + Outbox.DefaultValidity,
    }.Due(now);
}
