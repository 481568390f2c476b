using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Conversation.Replies;

public sealed class ChannelHealthTests
{
    private static readonly DateTimeOffset Eight = SmallTown.Moment("2026-03-10 08:00");
    private static readonly DeliveryOutcome Silent = new DeliveryOutcome.Failed("The channel was silent.");

    [Fact]
    public void After_three_silences_in_a_row_it_is_closed_for_half_a_minute()
    {
        var health = ChannelHealth.Well.After(Silent, Eight).After(Silent, Eight);
        Assert.True(health.Admits(Eight));

        health = health.After(Silent, Eight);

        Assert.False(health.Admits(Eight.AddSeconds(29)));
        Assert.True(health.Admits(Eight.AddSeconds(30)));
    }

    [Fact]
    public void Then_one_message_tries_it_and_the_others_wait_for_what_it_finds()
    {
        var later = Eight.AddSeconds(30);
        var tried = Closed().Tried(later);

        Assert.False(tried.Admits(later));
        Assert.True(tried.After(new DeliveryOutcome.Accepted(null, ""), later).Admits(later));
        Assert.False(tried.After(Silent, later).Admits(later.AddSeconds(29)));
    }

    [Fact]
    public void A_probe_that_never_tells_does_not_close_it_for_ever() =>
        Assert.True(Closed().Tried(Eight.AddSeconds(30)).Admits(Eight.AddSeconds(60)));

    [Fact]
    public void What_it_says_of_one_person_or_of_haste_shows_that_it_is_there()
    {
        var ill = ChannelHealth.Well.After(Silent, Eight).After(Silent, Eight);

        Assert.Equal(ChannelHealth.Well, ill.After(new DeliveryOutcome.Refused("Blocked."), Eight));
        Assert.Equal(ChannelHealth.Well, ill.After(new DeliveryOutcome.Failed("Slower.", TimeSpan.FromSeconds(6)), Eight));
    }

    private static ChannelHealth Closed() =>
        ChannelHealth.Well.After(Silent, Eight).After(Silent, Eight).After(Silent, Eight);
}
