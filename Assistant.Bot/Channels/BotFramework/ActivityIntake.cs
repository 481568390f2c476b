using Assistant.Bot.Conversation.Turns;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Takes in what an activity says: stored first, answered later.</summary>
internal sealed class ActivityIntake(
    Inbox inbox, Greeter greeter, AwaitedReplies awaited, IOptions<BotFrameworkOptions> options, TimeProvider clock)
{
    /// <returns>The answer, where the sender waits for it and there will be one; null otherwise.</returns>
    public async Task<OutboundActivity?> TakeInAsync(InboundActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityReader.ConversationUpdate)
        {
            await greeter.GreetAsync(activity, cancellationToken);
            return null;
        }

        // Two bots in one conversation would thank each other for ever.
        if (!activity.SaysSomething || activity.From.Role is "bot" || activity.From.Id == activity.Recipient?.Id)
        {
            return null;
        }

        var utterance = UtteranceOf(activity);
        if (!activity.ExpectsReplies)
        {
            await inbox.AcceptAsync(utterance, cancellationToken);
            return null;
        }

        return await awaited.WaitAsync(
            utterance.MessageKey, cancel => inbox.AcceptAsync(utterance, cancel), cancellationToken);
    }

    private Utterance UtteranceOf(InboundActivity activity)
    {
        var now = clock.GetUtcNow();
        return new Utterance
        {
            Channel = ChannelNames.Ours(activity.ChannelId),
            Address = ChannelNames.AddressOf(activity.From, activity.Conversation),
            MessageKey = $"{activity.Conversation.Id}|{activity.Id ?? Guid.CreateVersion7(now).ToString("N")}",
            Text = activity.Text,
            Choice = activity.Choice,
            Locale = activity.Locale,
            // A channel may deliver late. The emulator never does, and knows nothing of a clock that was moved.
            SaidAt = options.Value.IsRegistered && activity.Timestamp is { } said && said < now ? said : now,
            Reference = activity.Reference.ToString(),
        };
    }
}
