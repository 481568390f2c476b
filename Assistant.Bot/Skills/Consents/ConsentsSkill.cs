using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Consents;

/// <summary>What a resident answers when she is asked what we may do. A no is a no; what is unclear is never a yes.</summary>
internal sealed class ConsentsSkill(SayBook book) : ISkill
{
    // What one answer says: yes to these, no to those.
    private sealed record Said(IReadOnlyList<Agreement> Yes, IReadOnlyList<Agreement> No);

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [.. ConsentTopic.All.Select(topic => topic.Question)];

    /// <summary>"Do not remember that" is her no to being remembered.</summary>
    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult(
        turn.Answers?.Question == ConsentTopic.Memory.Question && turn.Understanding.Intent is "privacy.forget");

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident || turn.Answers is not { } answers)
        {
            return Saying.Of("conversation.residents_only");
        }

        var topic = ConsentTopic.All.Single(t => t.Question == answers.Question);
        turn.Close(answers.Subject);
        if (await ReadAsync(turn, resident, topic, cancellationToken) is not { } said)
        {
            return await AskAgainAsync(turn, resident, topic, answers.Subject, cancellationToken);
        }

        var asked = new AskedAs(topic.Version, turn.Utterance.Spoken ? AskedHow.Voice : AskedHow.Chat, resident.PersonId);
        var consents = new ConsentBook(turn.Db, turn.Now);
        await consents.AnswerAsync(resident.Id, said.Yes, ConsentAnswer.Given, asked, cancellationToken);
        await consents.AnswerAsync(resident.Id, said.No, ConsentAnswer.Refused, asked, cancellationToken);
        var noted = said.Yes.Count == 0 ? "consent.noted_no" : "consent.noted_yes";
        return await FirstMeeting.NextAsync(turn, resident, [topic], cancellationToken) is { } next
            ? (next with { Key = noted }).With("more", Saying.Of(next.Key))
            : Saying.Of(noted).With("more", Saying.Of("consent.done"));
    }

    private async Task<Said?> ReadAsync(Turn turn, Resident resident, ConsentTopic topic, CancellationToken cancellationToken)
    {
        var people = topic == ConsentTopic.Sharing ? await Confidants.OfAsync(turn, resident, cancellationToken) : [];
        IReadOnlyList<Agreement> all = topic == ConsentTopic.Sharing ? Shared(people)
            : topic == ConsentTopic.Memory ? [Agreement.Memory]
            : [Agreement.Reminders, Agreement.CheckIns];
        return turn.Understanding.Intent switch
        {
            "yes" => new Said(all, []),
            "no" => new Said([], all),
            _ => InHerWords(turn, topic, people, all),
        };
    }

    // "Only remind me", "only Ria": words that leave something out and say no "not" of which we might mistake the place.
    private Said? InHerWords(Turn turn, ConsentTopic topic, IReadOnlyList<Confidant> people, IReadOnlyList<Agreement> all)
    {
        var words = new SpokenWords(turn.Utterance.Text, book.In(turn.Speaker.Language));
        if (topic == ConsentTopic.Memory || words.Has("consent.not"))
        {
            return topic == ConsentTopic.Memory && words.Has("consent.not") ? new Said([], all) : null;
        }

        var yes = topic == ConsentTopic.Sharing
            ? Shared([.. people.Where(words.Name)])
            : words.Has("consent.only")
                ? [.. all.Where(about => words.Has($"matter.{(about == Agreement.Reminders ? "reminders" : "check_ins")}"))]
                : [];
        return yes.Count == 0 ? null : new Said(yes, [.. all.Except(yes)]);
    }

    private static IReadOnlyList<Agreement> Shared(IReadOnlyList<Confidant> people) =>
        [.. people.SelectMany(person => ConsentTopic.Shared.Select(person.To))];

    // Asked once more, in other words; after that it rests until another day.
    private static async Task<Saying> AskAgainAsync(
        Turn turn, Resident resident, ConsentTopic topic, Guid subject, CancellationToken cancellationToken)
    {
        var before = await EarlierWords.AboutAsync(turn, subject, cancellationToken);
        return before?.Key.EndsWith(".again", StringComparison.Ordinal) != true
            && await FirstMeeting.AskAsync(turn, resident, topic, again: true, cancellationToken) is { } again
                ? again
                : Saying.Of("consent.another_day");
    }
}
