using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Neighbours;

/// <summary>That a worrying word was passed on.</summary>
/// <param name="IsNew">Whether people are only asked now; false when they were asked before, and still are.</param>
/// <param name="Who">Who is asked first; null when nobody can be, or may know.</param>
internal sealed record Alarmed(bool IsNew, string? Who);

/// <summary>Passes a worrying word on to the people a resident chose for it.</summary>
internal static class Alarm
{
    /// <summary>Raises a concern of this kind, unless one is being looked after already, or nobody may know of it.</summary>
    public static async Task<Alarmed> RaiseAsync(
        Turn turn, Resident resident, ConcernKind kind, CancellationToken cancellationToken)
    {
        if (await IsBeingLookedAfterAsync(turn, resident, kind, cancellationToken))
        {
            return new Alarmed(IsNew: false, null);
        }

        // Without an organiser no ladder has an end; what to do must be said all the same.
        var ladder = await OnDuty.ForAsync(turn, cancellationToken) is null ? null : await LadderAsync(turn, resident, kind, cancellationToken);
        if (ladder is not null && ladder.Rungs.All(rung => rung.Hears is null))
        {
            return new Alarmed(IsNew: true, null);
        }

        var worry = await new ConcernBook(turn.Db, turn.Now)
            .RaiseAsync(kind, resident.Id, Guid.CreateVersion7(turn.Now), cancellationToken);
        return new Alarmed(IsNew: true, ladder is null ? null : await FirstAskedAsync(turn, worry, ladder, cancellationToken));
    }

    /// <summary>Whether people are being asked for her, or somebody goes.</summary>
    public static Task<bool> IsBeingLookedAfterAsync(
        Turn turn, Resident resident, ConcernKind kind, CancellationToken cancellationToken) =>
        turn.Db.Set<Scheduling.Escalation.Concern>().AnyAsync(
            c => c.ResidentId == resident.Id && c.Kind == kind
                && (c.State == ConcernState.Open || c.State == ConcernState.Acknowledged),
            cancellationToken);

    private static async Task<Ladder> LadderAsync(
        Turn turn, Resident resident, ConcernKind kind, CancellationToken cancellationToken)
    {
        var worry = new ConcernOf(resident.Id, kind);
        return (await LadderReader.ReadAsync(turn.Db, [worry], turn.Now, cancellationToken))[worry];
    }

    private static async Task<string?> FirstAskedAsync(
        Turn turn, Scheduling.Escalation.Concern worry, Ladder ladder, CancellationToken cancellationToken) =>
        EscalationClock.Decide(worry, ladder, new HashSet<PersonId>(), turn.Now) is EscalationDecision.Ask ask
            ? (await turn.Db.Set<Person>().SingleAsync(p => p.Id == ask.Rung.Responder.PersonId, cancellationToken)).Name
            : null;
}
