using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Neighbours;

/// <summary>That the organiser was asked something for a resident.</summary>
/// <param name="Who">Who was asked.</param>
/// <param name="IsNew">False when she was asked the same within the hour, and is not asked again.</param>
internal sealed record OrganiserAsked(string Who, bool IsNew);

/// <summary>Asks the organiser on duty something for whoever speaks: really, by a message of her own.</summary>
internal static class AskOrganiser
{
    /// <summary>Puts the message in the outbox; once an hour is enough for the same thing.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="key">What the organiser reads; its value <c>asker</c> is who asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Who was asked; null where there is nobody to ask.</returns>
    public static async Task<OrganiserAsked?> AboutAsync(Turn turn, string key, CancellationToken cancellationToken)
    {
        if (await OnDuty.ForAsync(turn, cancellationToken) is not { } organiser)
        {
            return null;
        }

        var dedupe = $"ask:{key}:{turn.Speaker.Id}:{turn.Now.UtcDateTime:yyyyMMddHH}";
        if (await turn.Db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey == dedupe, cancellationToken))
        {
            return new OrganiserAsked(organiser.Name, IsNew: false);
        }

        // Her own asking is her yes to this; it says nothing but what she asked for.
        var ground = turn.Resident is { } resident ? Ground.Telling(SharedKind.Request, resident.Id) : Ground.Nobody;
        var saying = Saying.Of(key).With("asker", turn.Speaker.Name);
        new Outbox(turn.Db, turn.Now).Put(organiser.Id, dedupe, saying, ground);
        return new OrganiserAsked(organiser.Name, IsNew: true);
    }
}
