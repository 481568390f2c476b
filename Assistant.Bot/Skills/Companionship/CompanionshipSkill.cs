using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Skills.Companionship;

/// <summary>A little company: a chat, a joke, a proverb to finish, a riddle, a story. The same one never twice in a row.</summary>
internal sealed class CompanionshipSkill(SayBook book) : ISkill
{
    private const string Proverb = "companion.proverb";
    private const string Quiz = "companion.quiz";
    private static readonly string[] Moods = ["checkin.fine", "checkin.unwell"];

    public IReadOnlyCollection<string> Intents { get; } =
    [
        "companion.chat", "companion.joke", Quiz, Proverb, "companion.story", "companion.memory", "companion.music",
        "weather.query",
    ];

    public IReadOnlyCollection<string> Questions { get; } = [$"{Proverb}?", $"{Quiz}?"];

    public async Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) =>
        await AskedAsync(turn, cancellationToken) is { } asked && IsRight(turn, asked);

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) => turn.Understanding.Intent switch
    {
        "companion.chat" => Chat(turn),
        "companion.joke" or "companion.story" => await OneOfAsync(turn, turn.Understanding.Intent, cancellationToken),
        Proverb or Quiz => (await OneOfAsync(turn, turn.Understanding.Intent, cancellationToken))
            .Asking($"{turn.Understanding.Intent}?", Guid.CreateVersion7(turn.Now)),
        "companion.memory" or "companion.music" or "weather.query" => Saying.Of(turn.Understanding.Intent),
        _ => await FinishAsync(turn, cancellationToken),
    };

    // "How are you?" gets the question back; whatever else she tells is listened to.
    private Saying Chat(Turn turn)
    {
        var asksBack = book.In(turn.Speaker.Language).Hears["companion.how"]
            .Any(words => turn.Utterance.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
        return !asksBack ? Saying.Of("companion.listening")
            : turn.Resident is null ? Saying.Of("companion.how")
            : Saying.Of("companion.how_are_you").Asking(CheckInWatch.Question, Guid.CreateVersion7(turn.Now), Moods);
    }

    // The one that was told longest ago, or never.
    private async Task<Saying> OneOfAsync(Turn turn, string kind, CancellationToken cancellationToken)
    {
        var told = (await EarlierWords.SaidToAsync(turn.Db, turn.Speaker.Id, cancellationToken)).Select(s => s.Key).ToList();
        var all = book.In(turn.Speaker.Language).Says.Keys
            .Where(key => key.StartsWith($"{kind}.", StringComparison.Ordinal) && !key.EndsWith(".end", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var start = turn.Now.Minute % all.Count;
        return Saying.Of(all.Skip(start).Concat(all.Take(start))
            .MaxBy(key => told.IndexOf(key) is var ago && ago < 0 ? int.MaxValue : ago) ?? all[0]);
    }

    private async Task<Saying> FinishAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await AskedAsync(turn, cancellationToken) is not { } asked)
        {
            return Saying.Of("companion.listening");
        }

        turn.Close(turn.Answers?.Subject ?? Guid.Empty);
        return Saying.Of(IsRight(turn, asked) ? "companion.right" : "companion.almost").With("end", Saying.Of($"{asked.Key}.end"));
    }

    private static Task<Saying?> AskedAsync(Turn turn, CancellationToken cancellationToken) => turn.Answers is { } answers
        ? EarlierWords.AboutAsync(turn, answers.Subject, cancellationToken)
        : Task.FromResult<Saying?>(null);

    private bool IsRight(Turn turn, Saying asked) => book.In(turn.Speaker.Language).Hears.GetValueOrDefault(asked.Key, [])
        .Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
