using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>On whose day somebody wants something: her own, or hers in whose circle the speaker is.</summary>
internal static class WhoseDay
{
    private const int MostChoices = 3;

    /// <summary>Hers who speaks; the resident in whose circle the speaker is, where she means one; null where it is unclear or nobody.</summary>
    public static async Task<Around?> FindAsync(Turn turn, SayPage page, CancellationToken cancellationToken)
    {
        if (turn.Resident is { } herself && !SaidWhat.Hears(turn.Utterance.Text, page, "dayplan.for_whom"))
        {
            return new Around(turn, herself, turn.Speaker, page);
        }

        var hers = await CircleAsync(turn, cancellationToken);
        var named = hers.Where(one => NamedThing.IsIn(turn.Utterance.Text, one.Her.Name)).ToList();
        return (named.Count > 0 ? named : hers) is [var only]
            ? new Around(turn, only.Resident, only.Her, page)
            : hers.Count == 0 && turn.Resident is { } own ? new Around(turn, own, turn.Speaker, page) : null;
    }

    /// <summary>Of this resident, where the speaker is she or in her circle; null otherwise.</summary>
    public static async Task<Around?> OfAsync(Turn turn, SayPage page, ResidentId resident, CancellationToken cancellationToken)
    {
        if (turn.Resident is { } herself && herself.Id == resident)
        {
            return new Around(turn, herself, turn.Speaker, page);
        }

        return (await CircleAsync(turn, cancellationToken)).Find(one => one.Resident.Id == resident) is { } found
            ? new Around(turn, found.Resident, found.Her, page)
            : null;
    }

    /// <summary>Asks on whose day; says that days are for residents where the speaker helps none.</summary>
    public static async Task<Saying> AskAsync(Turn turn, Draft draft, CancellationToken cancellationToken)
    {
        var hers = await CircleAsync(turn, cancellationToken);
        if (hers.Count == 0)
        {
            return Saying.Of("conversation.residents_only");
        }

        var saying = Saying.Of("dayplan.whose");
        List<string> choices = [];
        foreach (var one in hers.Take(MostChoices))
        {
            var id = Guid.CreateVersion7(turn.Now);
            saying = (draft with { Whose = one.Resident.Id.Value }).PickedBy(saying, id);
            choices.Add(new OwnChoice(new ChoiceValue("dayplan.add", id), one.Her.Name).ToString());
        }

        return draft.Asking(saying, DraftQuestions.Missing, Guid.CreateVersion7(turn.Now), choices);
    }

    /// <summary>Whether the speaker may put something on her day; she herself always may.</summary>
    public static async Task<bool> MayArrangeAsync(Around around, CancellationToken cancellationToken) =>
        around.IsHerself || await DraftQuestions.MayKnowAsync(around, SharedKind.Arranging, cancellationToken);

    private static async Task<List<Hers>> CircleAsync(Turn turn, CancellationToken cancellationToken) => await (
        from member in turn.Db.Set<CircleMember>()
        join resident in turn.Db.Set<Resident>() on member.ResidentId equals resident.Id
        join person in turn.Db.Set<Person>() on resident.PersonId equals person.Id
        where member.PersonId == turn.Speaker.Id && member.AcceptedAt != null && resident.ServiceEndedAt == null
        orderby resident.Id
        select new Hers(resident, person)).ToListAsync(cancellationToken);

    private sealed record Hers(Resident Resident, Person Her);
}
