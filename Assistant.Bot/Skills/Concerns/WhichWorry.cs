using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Conversation.Words;
using Assistant.Scheduling.Delivery;
using Worry = Assistant.Scheduling.Escalation.Concern;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>The concerns that somebody may be speaking of, and what she says of them.</summary>
internal sealed record MeantWorries(IReadOnlyList<Worry> Worries, string Intent);

/// <summary>Who looks after two people is asked about whom she speaks; nobody guesses, and names that sound alike are asked after too.</summary>
internal static class WhichWorry
{
    /// <summary>Which of the people who need help.</summary>
    public const string Question = "responder.which?";

    /// <summary>Of so many letters one may differ in names that sound alike. Default 3: Jansen and Janssens, but not Wit and Wal. (choice)</summary>
    private const int OneLetterIn = 3;

    /// <summary>The concerns that are meant: one where it is certain, several where it must be asked, none where there is none.</summary>
    public static async Task<MeantWorries> FindAsync(Turn turn, CancellationToken cancellationToken)
    {
        var worries = await OwnWorries.FindAsync(turn, cancellationToken);
        var (said, isBare) = (turn.Understanding.Intent, turn.Understanding.Intent is "yes" or "no" or Understanding.Other);
        if (turn.Utterance.Choice?.Subject is not null)
        {
            return new MeantWorries(worries, said);
        }

        var named = await NamedAsync(turn, worries, cancellationToken);
        if (turn.Answers?.Question != Question || !isBare)
        {
            return new MeantWorries(named.Count > 0 ? named : worries, said);
        }

        // A name alone says about whom; what she said before says what. "Yes" to "about whom?" says neither.
        return named.Count > 0
            ? new MeantWorries(named, await SaidBeforeAsync(turn, cancellationToken) ?? Understanding.Other)
            : new MeantWorries(worries, worries.Count > 1 ? await SaidBeforeAsync(turn, cancellationToken) ?? said : Understanding.Other);
    }

    /// <summary>Whether the words name anybody of those she may be speaking of.</summary>
    public static async Task<bool> NamesAsync(Turn turn, CancellationToken cancellationToken) =>
        (await NamedAsync(turn, await OwnWorries.FindAsync(turn, cancellationToken), cancellationToken)).Count > 0;

    /// <summary>Asks about whom it is; what was said travels with each name, so that nothing has to be said twice.</summary>
    public static async Task<Saying> AskAsync(
        Turn turn, IReadOnlyList<Worry> worries, string intent, CancellationToken cancellationToken)
    {
        var people = new List<(Worry Worry, string Name)>();
        foreach (var worry in worries.Take(3))
        {
            people.Add((worry, await OwnWorries.ResidentAsync(turn, worry, cancellationToken)));
        }

        var isClear = people.DistinctBy(one => one.Name).Count() == people.Count;
        return Saying.Of("responder.which").Asking(Question, Guid.CreateVersion7(turn.Now), [.. people.Select(one => new OwnChoice(
            new ChoiceValue(intent, one.Worry.Id.Value),
            isClear ? one.Name : $"=responder.label_time\tat={one.Worry.RaisedAt:O}\twho={one.Name}").ToString())]);
    }

    /// <summary>It is known about whom she spoke; nobody waits for that any more.</summary>
    public static void Close(Turn turn)
    {
        foreach (var asked in turn.OpenOf(Question).ToList())
        {
            turn.Close(asked.Subject);
        }
    }

    private static async Task<string?> SaidBeforeAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Answers is { } answers && await EarlierWords.AboutAsync(turn, answers.Subject, cancellationToken) is { Choices: [var first, ..] }
            ? OwnChoice.TryParse(first)?.Value.Intent : null;

    // Whoever hears "Jansen" in "Janssen" may have it wrong: both are meant until it is asked.
    private static async Task<IReadOnlyList<Worry>> NamedAsync(
        Turn turn, IReadOnlyList<Worry> worries, CancellationToken cancellationToken)
    {
        var words = Plain(turn.Utterance.Text);
        var people = new List<(Worry Worry, string Name)>();
        foreach (var worry in worries)
        {
            people.Add((worry, Plain(await OwnWorries.ResidentAsync(turn, worry, cancellationToken))[^1]));
        }

        var named = people.Where(one => words.Contains(one.Name)).ToList();
        return [.. people.Where(one => named.Any(other => SoundAlike(one.Name, other.Name))).Select(one => one.Worry)];
    }

    private static bool SoundAlike(string one, string other)
    {
        var slips = Math.Min(one.Length, other.Length) / OneLetterIn;
        return EditDistance.Between(one, other, slips) <= slips;
    }

    private static string[] Plain(string text) => string.Concat(text.Select(c => char.IsLetter(c) || Letters.IsApostrophe(c) ? Letters.ToPlain(c) : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [""];
}
