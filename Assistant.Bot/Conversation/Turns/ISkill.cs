using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Something the assistant can do when it is spoken to. One folder under Skills/ each.</summary>
internal interface ISkill
{
    /// <summary>The intents it answers; no two skills share one.</summary>
    IReadOnlyCollection<string> Intents { get; }

    /// <summary>The questions whose bare answers it takes: yes, no, and what by itself means nothing. No two skills share one.</summary>
    IReadOnlyCollection<string> Questions => [];

    /// <summary>Whether these words answer its open question, although by themselves they mean something else.</summary>
    Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Whether words that mean nothing else speak of something of its own.</summary>
    bool Overhears(Turn turn) => false;

    /// <summary>Whether these words name something of its own, whatever else they seem to mean.</summary>
    bool IsNamedIn(Turn turn) => false;

    /// <summary>Whether it also answers people whom nobody introduced.</summary>
    bool AnswersStrangers => false;

    /// <summary>Does what was asked, within the turn's unit of work, and says what to answer.</summary>
    Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken);
}
