using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>What else she said in a sentence of which the first thing had to be asked about: it waits until that is answered.</summary>
/// <remarks>
/// Nothing is stored for it: the question was a reply, the reply names the message it answered, and that is heard again.
/// Where one question led to another it is looked for behind all of them, up to where the talk had come to rest.
/// </remarks>
internal static class LeftWaiting
{
    /// <summary>The things that can be answered now, in the order she said them; none where nothing was answered or nothing waits.</summary>
    public static async Task<IReadOnlyList<Turn>> AfterAsync(Turn turn, Listening listening, CancellationToken cancellationToken)
    {
        var closed = AnsweredQuestions.ClosedBy(turn.Db)
            .Where(question => question.PersonId == turn.Speaker.Id).Select(question => question.Subject).ToHashSet();
        if (closed.Count == 0)
        {
            return [];
        }

        var since = turn.Now - AskedQuestions.InTalk;
        var replies = (await EarlierWords.SentToAsync(turn.Db, turn.Speaker.Id, cancellationToken))
            .Where(reply => reply.CreatedAt > since && MessageOf(reply) is not null).ToList();
        if (replies is not [{ Saying.Subject: { } newest }, ..] || !closed.Contains(newest))
        {
            return [];
        }

        foreach (var message in replies.TakeWhile(reply => reply.Saying.Question is not null).Select(MessageOf).Distinct())
        {
            var earlier = await turn.Db.Set<InboxMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == message, cancellationToken);
            if (earlier is not null && Rest(turn, earlier, listening, replies.Count(reply => MessageOf(reply) == message)) is [_, ..] rest)
            {
                return rest;
            }
        }

        return [];
    }

    private static List<Turn> Rest(Turn turn, InboxMessage earlier, Listening listening, int answered)
    {
        var heard = listening.Hear(earlier.Utterance, turn.Speaker, null, earlier.Utterance.SaidAt);
        var then = turn with { Utterance = earlier.Utterance, Times = heard.Times, Open = [], Answers = null };
        return heard.Understanding.Concern is Concern.None
            ? [.. heard.Understanding.Also.Skip(answered - 1).Select(part => then.Part(part.Said, part.Meaning))]
            : [];
    }

    // The message that a reply answers; none for what was said unasked.
    private static Guid? MessageOf(OutboundMessage sent) =>
        sent.DedupeKey.StartsWith(Turn.ReplyKey, StringComparison.Ordinal)
        && Guid.TryParseExact(sent.DedupeKey[Turn.ReplyKey.Length..].Split(':')[0], "N", out var message)
            ? message
            : null;
}
