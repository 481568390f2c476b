using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>The door: puts a message into words and gives it to the channel where its person is best reached.</summary>
/// <remarks>
/// What one place refuses for certain goes to the next at once. What perhaps arrived does not: it is tried again later,
/// as a question, and where places keep failing <see cref="ReachOrder"/> puts another first.
/// </remarks>
internal sealed class ChannelSender(
    IDbContextFactory<AssistantDb> contexts, ContactBook book, ChannelGate gate, Wording wording, Manner manner, ILogger<ChannelSender> log)
    : IMessageSender
{
    /// <summary>How often the notes of a send are tried. Default 3: what went out does not go again for the sake of a note. (choice)</summary>
    private const int MostTries = 3;

    public async Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var (person, words, reaches) = await ReadAsync(message, cancellationToken);
        DeliveryOutcome outcome = new DeliveryOutcome.Refused("No channel reaches this person; add a contact point.");
        var tried = new List<Tried>();
        foreach (var reach in reaches)
        {
            var rendered = wording.Render(message, manner.Of(message, words, person, (reach.IsShared, IsStrange(reach, reaches))), person);
            if (MeansOrder.Of(reach.Point.Channel) is Means.Call)
            {
                rendered = rendered with { Call = wording.Call(rendered.Choices, person, message.CreatedAt) };
            }

            var said = await gate.SendAsync(reach.Point.Channel, cancel => reach.Channel.SendAsync(reach.Point, rendered, cancel), cancellationToken);
            if (said is null)
            {
                outcome = new DeliveryOutcome.Failed("The channel answers nobody, and is left alone for a while.", ChannelHealth.Rest);
                continue;
            }

            outcome = said with { Via = reach.Point.Id };
            tried.Add(new Tried(reach, outcome));
            if (outcome is not DeliveryOutcome.Refused)
            {
                break;
            }
        }

        await NoteAsync(message, tried);
        return outcome;
    }

    // A place of hers from which she never spoke, while she did from another: perhaps somebody else reads there now.
    private static bool IsStrange(Reach reach, IReadOnlyList<Reach> all) =>
        reach.Point.LastHeardAt is null && all.Any(one => one.Point.LastHeardAt is not null);

    public async Task<IReadOnlyDictionary<PersonId, string>> LanesAsync(
        IReadOnlyCollection<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await book.LanesAsync(db, messages, cancellationToken);
    }

    // What the channel said stands, whatever becomes of the notes. To write the same again changes nothing.
    private async Task NoteAsync(OutboundMessage message, List<Tried> tried)
    {
        Exception? fault;
        var tries = 0;
        do
        {
            fault = await OneAtATime.TryAsync(
                $"The notes of message {message.Id}", cancel => book.NoteAsync(message, tried, cancel), log, CancellationToken.None);
        }
        while (StoreFault.IsAway(fault) && ++tries < MostTries);
    }

    private async Task<(Person Person, Saying Words, IReadOnlyList<Reach> Reaches)> ReadAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == message.To, cancellationToken);
        return (person, await manner.WordsAsync(db, message, person, cancellationToken), await book.ReachesAsync(db, message, cancellationToken));
    }
}
