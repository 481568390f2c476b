using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Calendars;

/// <summary>Who may read her days in a calendar of their own: she says so, and takes it back, by name.</summary>
/// <remarks>A link is shown once and kept nowhere, so it is the organiser who makes it; taking it back needs nobody.</remarks>
internal sealed class ReadersSkill(SayBook book) : ISkill
{
    /// <summary>Whether that person may.</summary>
    public const string Sure = "calendar.share?";

    private const string Version = "calendar-talk-1";
    private const string Reader = "reader";

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [Sure];

    // "Mag ik mijn agenda zien?" is a question about her day.
    public bool IsNamedIn(Turn turn) => turn.Resident is not null && Words(turn) is var words && words.Has("calendar.see") && !words.Has("calendar.herself");

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        var circle = (await Confidants.OfAsync(turn, resident, cancellationToken)).Where(person => person.Contact is not null).ToList();
        if (turn.Answers is { Question: Sure } asked && !IsNamedIn(turn))
        {
            return await AnsweredAsync(turn, resident, (asked, circle), cancellationToken);
        }

        var words = Words(turn);
        return circle.Where(words.Name).ToList() is not [{ Contact: { } reader } who] ? Saying.Of("calendar.who")
            : words.Has("consent.not") ? await StopAsync(turn, resident, who, cancellationToken)
            : Saying.Of("calendar.ask_share").With("who", who.Name).With(Reader, $"{reader}").Asking(Sure, Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    private static async Task<Saying> AnsweredAsync(
        Turn turn, Resident resident, (Asked Asked, List<Confidant> Circle) about, CancellationToken cancellationToken)
    {
        var said = await EarlierWords.AboutAsync(turn, about.Asked.Subject, cancellationToken);
        if (turn.Understanding.Intent is not ("yes" or "no"))
        {
            return said ?? Saying.Of("welcome.nothing_asked");
        }

        turn.Close(about.Asked.Subject);
        if (turn.Understanding.Intent is "no" || about.Circle.Find(person => $"{person.Contact}" == said?.Values.GetValueOrDefault(Reader)) is not { } who)
        {
            return Saying.Of("dayplan.dropped");
        }

        var how = new AskedAs(Version, turn.Utterance.Spoken ? AskedHow.Voice : AskedHow.Chat, resident.PersonId);
        await new ConsentBook(turn.Db, turn.Now).AnswerAsync(resident.Id, [who.To(SharedKind.DayPlan)], ConsentAnswer.Given, how, cancellationToken);
        return await AskOrganiser.AboutAsync(turn, "organiser.calendar", cancellationToken) is { } organiser
            ? Saying.Of("calendar.shared").With("who", who.Name).With("organiser", organiser.Who)
            : Saying.Of("person.nobody");
    }

    private static async Task<Saying> StopAsync(Turn turn, Resident resident, Confidant who, CancellationToken cancellationToken)
    {
        if (who.Contact is { } reader)
        {
            await new FeedBook(turn.Db, turn.Now).RevokeAsync(
                resident.Id, reader, AccessActor.Of(turn.Speaker.Id, AccessRole.Resident), cancellationToken);
        }

        await new ConsentBook(turn.Db, turn.Now).WithdrawAsync(
            resident.Id, about => about == who.To(SharedKind.DayPlan), resident.PersonId, cancellationToken);
        return Saying.Of("calendar.stopped").With("who", who.Name);
    }

    private SpokenWords Words(Turn turn) => new(turn.Utterance.Text, book.In(turn.Speaker.Language));
}
