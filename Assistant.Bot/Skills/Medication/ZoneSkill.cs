using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Where she is now the clock may be another: it is repeated back, and her pills keep the time of home until she says otherwise.</summary>
internal sealed class ZoneSkill(DaysAhead days, SayBook book) : ISkill
{
    /// <summary>Whether the clock where she is shows this.</summary>
    public const string Sure = "place.sure?";

    /// <summary>In which town she is.</summary>
    public const string Town = "place.town?";

    private const string Zone = "zone";

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [ZoneMove.Question, Sure, Town];

    public bool Overhears(Turn turn) => turn.Resident is not null && Whereabouts.Here(turn.Utterance.Text, Page(turn)) is not null;

    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(turn.Answers?.Question == Town && Whereabouts.Of(turn.Utterance.Text, Page(turn)).Zone is not null);

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        return turn.Answers switch
        {
            { Question: ZoneMove.Question } asked => await PillsAsync(turn, resident, asked, cancellationToken),
            { Question: Sure } asked => await SureAsync(turn, resident, asked, cancellationToken),
            { Question: Town } asked => await TownAsync(turn, asked, cancellationToken),
            _ => Repeat(turn, Whereabouts.Of(turn.Utterance.Text, Page(turn))),
        };
    }

    // What the clock shows there says more, and is sooner checked, than the name of a place.
    private static Saying Repeat(Turn turn, Whereabouts where)
    {
        if (where.Zone is not { } zone)
        {
            return Saying.Of("place.town").Asking(Town, Guid.CreateVersion7(turn.Now));
        }

        var (there, here) = (zone.LocalOf(turn.Now), turn.Speaker.Zone.LocalOf(turn.Now));
        return there == here
            ? Saying.Of("place.same")
            : Saying.Of("place.sure").With("there", turn.Speaker.Zone.At(there)).With(Zone, zone.Id)
                .Asking(Sure, Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    private async Task<Saying> TownAsync(Turn turn, Asked asked, CancellationToken cancellationToken)
    {
        turn.Close(asked.Subject);
        if (turn.Understanding.Intent is "no")
        {
            return Saying.Of("place.kept");
        }

        var where = Whereabouts.Of(turn.Utterance.Text, Page(turn));
        return where.Zone is not null ? Repeat(turn, where)
            : await AskOrganiser.AboutAsync(turn, "organiser.zone", cancellationToken) is { } organiser
                ? Saying.Of("place.asked").With("who", organiser.Who)
                : Saying.Of("place.kept");
    }

    private async Task<Saying> SureAsync(Turn turn, Resident resident, Asked asked, CancellationToken cancellationToken)
    {
        var said = await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken);
        if (said is null || turn.Understanding.Intent is not ("yes" or "no"))
        {
            return said ?? Saying.Of("place.kept");
        }

        turn.Close(asked.Subject);
        if (turn.Understanding.Intent is "no")
        {
            return Saying.Of("place.kept");
        }

        var (change, isAsked) = await HomeClock.Book(turn, resident).MoveAsync(resident, HomeTimeZone.Of(said.Values[Zone]), cancellationToken);
        await days.PlanAsync(turn.Db, resident.Id, cancellationToken);
        return change is { } moved && isAsked
            ? Saying.Of("medication.zone").Asking(ZoneMove.Question, moved.Id, "yes", "no")
            : Saying.Of("place.moved");
    }

    private async Task<Saying> PillsAsync(Turn turn, Resident resident, Asked asked, CancellationToken cancellationToken)
    {
        switch (turn.Understanding.Intent)
        {
            case "yes":
                turn.Close(asked.Subject);
                await ZoneMove.FollowAsync(turn.Db, resident.Id, cancellationToken);
                await days.PlanAsync(turn.Db, resident.Id, cancellationToken);
                return Saying.Of("medication.zone_shifts");
            case "no":
                turn.Close(asked.Subject);
                return Saying.Of("medication.zone_keeps");
            default:
                return Saying.Of("medication.zone").Asking(ZoneMove.Question, asked.Subject, "yes", "no");
        }
    }

    private SayPage Page(Turn turn) => book.In(turn.Speaker.Language);
}
