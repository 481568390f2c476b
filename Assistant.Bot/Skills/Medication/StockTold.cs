using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Who else hears a week ahead that her pills run out: she is asked once, when she has counted them.</summary>
internal static class StockTold
{
    /// <summary>Whether this person of her circle may hear it.</summary>
    public const string Question = "medication.stock_tell?";

    private const string Version = "supplies-1";
    private const string Proposed = "person";

    /// <summary>What was noted, and where she was never asked, whether somebody may hear it too.</summary>
    public static async Task<Saying> AskAsync(Turn turn, Resident resident, Saying noted, CancellationToken cancellationToken)
    {
        var answered = await new ConsentBook(turn.Db, turn.Now).LastWordsAsync(resident.Id, cancellationToken);
        if (answered.Any(grant => grant is { Kind: SharedKind.Supplies, ContactId: not null })
            || await CircleAsync(turn, resident, cancellationToken) is not [var first, ..])
        {
            return noted;
        }

        return (noted with { Key = "medication.stock_noted_until_tell" }).With("who", first.Name).With(Proposed, $"{first.Contact}")
            .Asking(Question, Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    /// <summary>Whether somebody of hers is named: "Ria may", in place of a yes.</summary>
    public static async Task<bool> NamesSomebodyAsync(Turn turn, Resident resident, SayPage page, CancellationToken cancellationToken) =>
        await NamedAsync(turn, resident, page, cancellationToken) is not null;

    /// <summary>Her answer. A no is a no to the one she was asked about; what is unclear is asked again.</summary>
    public static async Task<Saying> AnsweredAsync(Turn turn, Resident resident, SayPage page, CancellationToken cancellationToken)
    {
        if (turn.Answers is not { } asked || await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken) is not { } said)
        {
            return Saying.Of("medication.gone");
        }

        var isNo = turn.Understanding.Intent is "no" || new SpokenWords(turn.Utterance.Text, page).Has("consent.not");
        var named = await NamedAsync(turn, resident, page, cancellationToken);
        var circle = await CircleAsync(turn, resident, cancellationToken);
        var who = named ?? circle.FirstOrDefault(person => $"{person.Contact}" == said.Values.GetValueOrDefault(Proposed));
        if (who is null || (named is null && turn.Understanding.Intent is not ("yes" or "no")))
        {
            return Saying.Of("medication.stock_tell_again").With("who", who?.Name ?? said.Values["who"])
                .With(Proposed, said.Values[Proposed]).Asking(Question, asked.Subject, "yes", "no");
        }

        turn.Close(asked.Subject);
        var how = new AskedAs(Version, turn.Utterance.Spoken ? AskedHow.Voice : AskedHow.Chat, resident.PersonId);
        await new ConsentBook(turn.Db, turn.Now).AnswerAsync(
            resident.Id, [who.To(SharedKind.Supplies)], isNo ? ConsentAnswer.Refused : ConsentAnswer.Given, how, cancellationToken);
        var knowsWhich = (await Agreements.OfAsync(turn.Db, resident.Id, turn.Now, cancellationToken)).Has(who.To(SharedKind.Medicines));
        var heard = isNo ? "medication.stock_tell_no" : knowsWhich ? "medication.stock_tell_yes" : "medication.stock_tell_yes_unnamed";
        return Saying.Of(heard).With("who", who.Name);
    }

    private static async Task<Confidant?> NamedAsync(Turn turn, Resident resident, SayPage page, CancellationToken cancellationToken)
    {
        var words = new SpokenWords(turn.Utterance.Text, page);
        return (await CircleAsync(turn, resident, cancellationToken)).Where(words.Name).ToList() is [var one] ? one : null;
    }

    // A daughter goes to the pharmacy sooner than a neighbour does.
    private static async Task<IReadOnlyList<Confidant>> CircleAsync(Turn turn, Resident resident, CancellationToken cancellationToken) =>
        [.. (await Confidants.OfAsync(turn, resident, cancellationToken)).Where(person => person.Contact is not null)
            .OrderBy(person => person.Relation is "neighbour" or "friend")];
}
