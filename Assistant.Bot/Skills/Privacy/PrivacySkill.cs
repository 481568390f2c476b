using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Privacy;

/// <summary>Who may know what, and taking it back; erasing, a person does when she says yes to that.</summary>
/// <remarks>Taking back is one action after one repeat, and one word undoes it (GDPR art. 7(3)).</remarks>
internal sealed class PrivacySkill(SayBook book) : ISkill
{
    /// <summary>Whether she really wants to take that back.</summary>
    public const string Sure = "privacy.sure?";

    /// <summary>Whether it is good so, after she did.</summary>
    public const string Good = "privacy.good?";

    private const string What = "matter";
    private static readonly string[] Favours = ["privacy.stop", "privacy.forget"];

    public IReadOnlyCollection<string> Intents { get; } = [.. Favours, "privacy.data"];

    public IReadOnlyCollection<string> Questions { get; } = [.. Favours.Select(Favour.Question), Sure, Good];

    public Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) => (turn.Resident, turn.Answers, turn.Understanding.Intent) switch
    {
        (null, _, _) => Task.FromResult(Saying.Of("conversation.residents_only")),
        ({ } resident, { Question: Sure } asked, "yes" or "no" or Conversation.Understanding.Other) => SureAsync(turn, resident, asked, cancellationToken),
        ({ } resident, { Question: Good } asked, "yes" or "no" or Conversation.Understanding.Other) => GoodAsync(turn, resident, asked, cancellationToken),
        ({ } resident, _, "privacy.data") => Overview.OfAsync(turn, resident, cancellationToken),
        ({ } resident, _, "privacy.stop" or "privacy.forget") => StopAsync(turn, resident, cancellationToken),
        _ => Favour.AnswerAsync(turn, cancellationToken),
    };

    // What is repeated back is what will be done; what we are not sure of, a person takes up.
    private async Task<Saying> StopAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var words = new SpokenWords(turn.Utterance.Text, book.In(turn.Speaker.Language));
        var matter = turn.Understanding.Intent is "privacy.forget"
            ? words.Has("matter.memory") ? new Matter("memory") : null
            : Matter.Read(words, await Confidants.OfAsync(turn, resident, cancellationToken));
        if (matter is null)
        {
            return await Favour.AnswerAsync(turn, cancellationToken);
        }

        var agreed = await new ConsentBook(turn.Db, turn.Now).LastWordsAsync(resident.Id, cancellationToken);
        var meant = Matter.Meant(matter.Code);
        if (!agreed.Any(grant => grant.Stands(turn.Now) && meant(grant.About)))
        {
            return Saying.Of("privacy.nothing_to_stop");
        }

        var sure = Saying.Of($"privacy.sure.{matter.Key}").With(What, matter.Code);
        return (matter.Who is { } who ? sure.With("who", who.Name) : sure).Asking(Sure, Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    private static async Task<Saying> SureAsync(Turn turn, Resident resident, Asked asked, CancellationToken cancellationToken)
    {
        var said = await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken);
        if (turn.Understanding.Intent is not ("yes" or "no") || said is null)
        {
            return said ?? Saying.Of("welcome.nothing_asked");
        }

        turn.Close(asked.Subject);
        if (turn.Understanding.Intent is "no")
        {
            return Saying.Of("privacy.kept");
        }

        var withdrawal = await new ConsentBook(turn.Db, turn.Now)
            .WithdrawAsync(resident.Id, Matter.Meant(said.Values[What]), resident.PersonId, cancellationToken);
        return withdrawal is { } action
            ? Saying.Of("privacy.stopped").Asking(Good, action, "yes", new OwnChoice(new ChoiceValue("no", action), "=privacy.undo").ToString())
            : Saying.Of("privacy.nothing_to_stop");
    }

    private static async Task<Saying> GoodAsync(Turn turn, Resident resident, Asked asked, CancellationToken cancellationToken)
    {
        turn.Close(asked.Subject);
        if (turn.Understanding.Intent is not "no")
        {
            return Saying.Of("privacy.stays_stopped");
        }

        var how = turn.Utterance.Spoken ? AskedHow.Voice : AskedHow.Chat;
        var isBack = await new ConsentBook(turn.Db, turn.Now)
            .BringBackAsync(resident.Id, asked.Subject, how, resident.PersonId, cancellationToken);
        return Saying.Of(isBack ? "privacy.brought_back" : "privacy.stays_stopped");
    }
}
