using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>A worry about somebody who asked for nothing: it is passed on to the organiser, after a yes.</summary>
/// <remarks>Whoever reports it learns nothing: the answer is the same whether we know her neighbour or not.</remarks>
internal sealed class WorriesSkill(SayBook book, EmergencyNumbers numbers) : ISkill
{
    /// <summary>Whether the organiser is asked to look in.</summary>
    public const string Question = "worry.report?";

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [Question];

    public bool Overhears(Turn turn)
    {
        var hears = book.In(turn.Speaker.Language).Hears;
        return SpeaksOf("worry.signs") && SpeaksOf("worry.whom");

        bool SpeaksOf(string list) => hears[list].Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Answers is { Question: Question } answers && turn.Understanding.Intent is "yes" or "no")
        {
            turn.Close(answers.Subject);
            return turn.Understanding.Intent is "yes"
                ? await ReportAsync(turn, answers.Subject, cancellationToken)
                : Saying.Of("favour.dropped");
        }

        var emergency = (await numbers.ForAsync(turn, cancellationToken)).Emergency;
        return await OnDuty.ForAsync(turn, cancellationToken) is { } organiser
            ? Saying.Of("worry.ask").With("who", organiser.Name).With("emergency", emergency)
                .Asking(Question, turn.Answers?.Subject ?? await SubjectAsync(turn, cancellationToken), "yes", "no")
            : Saying.Of("worry.nobody").With("emergency", emergency);
    }

    private static async Task<Saying> ReportAsync(Turn turn, Guid subject, CancellationToken cancellationToken)
    {
        if (await OnDuty.ForAsync(turn, cancellationToken) is not { } organiser)
        {
            return Saying.Of("person.nobody");
        }

        var home = turn.Speaker.NeighbourhoodId;
        var resident = await turn.Db.Set<Resident>().SingleOrDefaultAsync(
            r => r.Id == ResidentId.From(subject) && r.NeighbourhoodId == home && r.ServiceEndedAt == null, cancellationToken);
        if (resident is null)
        {
            await AskOrganiser.AboutAsync(turn, "organiser.worry", cancellationToken);
        }
        else
        {
            await new ConcernBook(turn.Db, turn.Now).ReportAsync(resident.Id, turn.Speaker.Id, cancellationToken);
        }

        return Saying.Of("worry.reported").With("who", organiser.Name);
    }

    // The one neighbour whose name was said; where that is nobody we know, or not clear who, a subject that is nobody.
    private static async Task<Guid> SubjectAsync(Turn turn, CancellationToken cancellationToken)
    {
        var home = turn.Speaker.NeighbourhoodId;
        var words = turn.Utterance.Text.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var here = await (
            from resident in turn.Db.Set<Resident>()
            join person in turn.Db.Set<Person>() on resident.PersonId equals person.Id
            where resident.NeighbourhoodId == home && resident.ServiceEndedAt == null && person.Id != turn.Speaker.Id
            select new { resident.Id, person.Name }).ToListAsync(cancellationToken);
        var named = here.Where(one => words.Contains(one.Name.Split(' ')[^1])).ToList();
        return named is [var only] ? only.Id.Value : Guid.CreateVersion7(turn.Now);
    }
}
