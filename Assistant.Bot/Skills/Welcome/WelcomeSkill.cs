using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Welcome;

/// <summary>The courtesies of a talk, what the assistant is, and what it says when it does not know.</summary>
internal sealed class WelcomeSkill(MorningWords morning) : ISkill
{
    private static readonly string[] Ideas = ["dayplan.today", "medication.status", "companion.joke"];

    public IReadOnlyCollection<string> Intents { get; } =
    [
        "greeting", "thanks", "goodbye", "help.menu", "bot.identity", "person.wanted", "repeat", "louder", "slower",
        "yes", "no", "never_mind", Understanding.Other,
    ];

    public bool AnswersStrangers => true;

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) => turn.Understanding.Intent switch
    {
        "bot.identity" => Saying.Of("welcome.identity"),
        _ when turn.Speaker.IsStranger => Saying.Of("welcome.stranger"),
        "greeting" => await GreetAsync(turn, cancellationToken),
        "thanks" => Saying.Of("welcome.thanks"),
        "goodbye" => Saying.Of("welcome.goodbye"),
        "louder" => Saying.Of("welcome.louder"),
        "slower" => Saying.Of("welcome.slower"),
        "help.menu" => Help(turn),
        "yes" or "no" => Saying.Of("welcome.nothing_asked"),
        "person.wanted" => await PersonAsync(turn, cancellationToken),
        "repeat" => await RepeatAsync(turn, cancellationToken),
        "never_mind" => NeverMind(turn),
        _ => Saying.Of("welcome.not_understood"),
    };

    // The first good morning of a day is answered with that day, unless our own question told it.
    private async Task<Saying> GreetAsync(Turn turn, CancellationToken cancellationToken)
    {
        var begun = turn.Day.At(Resident.DayBegins);
        var isTold = (await EarlierWords.SentToAsync(turn.Db, turn.Speaker.Id, cancellationToken))
            .Exists(m => m.CreatedAt >= begun && m.Saying.Key is (CheckInWatch.Prompt or "welcome.morning"));
        return (turn.Resident is { } resident && !isTold
            ? await morning.GreetingAsync(turn.Db, resident, turn.Speaker, cancellationToken) : null) ?? Saying.Of("welcome.greeting");
    }

    private static Saying Help(Turn turn) => turn.Resident is null
        ? Saying.Of("welcome.help_circle")
        : Saying.Of("welcome.help") with { Choices = Ideas };

    // What the day asks stays open; only what was asked in this talk is dropped.
    private static Saying NeverMind(Turn turn)
    {
        foreach (var asked in turn.OpenOf(SkillFinder.Confirm).ToList())
        {
            turn.Close(asked.Subject);
        }

        return Saying.Of("welcome.never_mind");
    }

    private static async Task<Saying> PersonAsync(Turn turn, CancellationToken cancellationToken) =>
        await AskOrganiser.AboutAsync(turn, "organiser.person", cancellationToken) is { } asked
            ? Saying.Of(asked.IsNew ? "person.asked" : "person.asked_before").With("who", asked.Who)
            : Saying.Of("person.nobody");

    private static async Task<Saying> RepeatAsync(Turn turn, CancellationToken cancellationToken)
    {
        var said = await EarlierWords.SaidToAsync(turn.Db, turn.Speaker.Id, cancellationToken);
        return said is [var last, ..]
            ? last with { Values = last.Values.Where(v => v.Key != Wording.Opening || v.Value == $"={ReminderMessage.Along}").ToDictionary() }
            : Saying.Of("welcome.nothing_said");
    }
}
