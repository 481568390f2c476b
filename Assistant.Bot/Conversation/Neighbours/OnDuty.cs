using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Neighbours;

/// <summary>The organiser who can be asked for whoever speaks.</summary>
internal static class OnDuty
{
    /// <summary>The organiser on duty in the speaker's neighbourhood; null where there is none, or the speaker is a stranger.</summary>
    public static async Task<Person?> ForAsync(Turn turn, CancellationToken cancellationToken)
    {
        if ((turn.Resident?.NeighbourhoodId ?? turn.Speaker.NeighbourhoodId) is not { } home)
        {
            return null;
        }

        return (await DutyRota.OnDutyAsync(turn.Db, [home], turn.Now, cancellationToken)).GetValueOrDefault(home);
    }
}
