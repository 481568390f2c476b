using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.BotFramework;

/// <summary>Messages on their way to Anna.</summary>
internal static class Outgoing
{
    public static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 10:00");

    public static RenderedMessage Rendered(params IReadOnlyList<RenderedChoice> choices) => new()
    {
        Id = MessageId.New(Now), Text = "Dag Anna", Speak = "Dag, Anna", Language = "nl", Choices = choices, AwaitsAnswer = choices.Count > 0,
    };

    public static ConversationReference Reference(Uri? serviceUrl, string channel = "emulator", string conversation = "a:1|x;y@z/é") => new()
    {
        ChannelId = channel,
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount(conversation, ConversationType: "personal", TenantId: "t"),
        Bot = new ChannelAccount("28:bot", "Hulp"),
        User = new ChannelAccount("29:anna", "Anna"),
        ActivityId = "f:1;2",
    };

    public static ContactPoint Point(ConversationReference? reference, string channel = "emulator")
    {
        var point = new ContactPoint { Id = ContactPointId.New(Now), Channel = channel, Address = "29:anna" };
        point.Heard(Now, reference?.ToString());
        return point;
    }

    public static OutboundActivity Reply() => OutboundActivity.Of(Rendered(), Reference(null));
}
