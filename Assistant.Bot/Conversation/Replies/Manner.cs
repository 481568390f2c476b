using System.Globalization;
using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>How a saying is put on this occasion: for the second time, or on a telephone that two people share.</summary>
internal sealed class Manner(SayBook book, MorningWords morning, TimeProvider clock)
{
    private const string First = ".prompt";
    private const string Repeated = ".again";
    private const string Alert = "concern.ask.";
    private const string Least = "concern.ask.look";
    private const string Introduction = "=conversation.opening";

    /// <summary>What is said, with what is only known now: the first question of a morning tells the day.</summary>
    public Task<Saying> WordsAsync(AssistantDb db, OutboundMessage message, Person to, CancellationToken cancellationToken) =>
        morning.OfAsync(db, message, to, cancellationToken);

    /// <summary>The saying as it goes out now.</summary>
    /// <remarks>
    /// What was tried before perhaps arrived: it is a question about a named moment and no order any more, and what asks
    /// nothing says that it may be a repeat. Where others read along an alert says no reason, and it begins with the name
    /// of whom it is for, unless its words do so already.
    /// </remarks>
    public Saying Of(OutboundMessage message, Saying words, Person to, (bool IsShared, bool IsStrange) place)
    {
        var says = book.In(to.Language).Says;
        var saying = Ahead(words);
        var isRepeat = message.Attempt > 1;
        if (isRepeat && saying.Key.EndsWith(First, StringComparison.Ordinal)
            && saying.Key[..^First.Length] + Repeated is var again && says.ContainsKey(again))
        {
            saying = saying with { Key = again };
        }

        // Where others may read along she hears that somebody must look, and the reason when she has answered: a call asks first anyhow.
        if ((place.IsShared || place.IsStrange) && !message.Ground.IsVital && saying.Key.StartsWith(Alert, StringComparison.Ordinal))
        {
            saying = saying with { Key = Least };
        }

        // What rides along before a message is part of what is said, and stays.
        var opening = saying.Values.GetValueOrDefault(Wording.Opening);
        if (opening == $"={ReminderMessage.Along}")
        {
            return saying;
        }

        // What asks for whom something is, is for both.
        var isNamed = place.IsShared && saying.Key != SharedTelephone.ForWhom
            && !says[saying.Key].All(phrase => phrase.Eye.Take(3).Any(piece => piece.Name is "me"));
        var first = (isRepeat && saying.Question is null, opening == Introduction, isNamed) switch
        {
            (true, _, false) => "=conversation.said_already",
            (true, _, true) => "=conversation.said_already_named",
            (false, true, true) => "=conversation.opening_named",
            (false, false, true) => "=conversation.named",
            _ => opening,
        };
        return first is null ? saying : saying.With(Wording.Opening, first);
    }

    // "Over vijf minuten" is counted when it leaves; after that moment it is no notice any more.
    private Saying Ahead(Saying saying)
    {
        if (saying.Key is not ReminderMessage.Notice)
        {
            return saying;
        }

        var now = clock.GetUtcNow();
        var at = DateTimeOffset.Parse(saying.Values["at"], CultureInfo.InvariantCulture);
        return now >= at ? saying with { Key = ReminderMessage.NoLongerAhead }
            : saying.With("minutes", ReminderMessage.MinutesUntil(at, now).ToString(CultureInfo.InvariantCulture));
    }
}
