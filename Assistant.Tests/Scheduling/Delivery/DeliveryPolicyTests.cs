using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Scheduling.Delivery;

public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_message_is_sent_until_its_validity_ends_and_not_at_its_end()
    {
        var message = Message(TimeSpan.FromMinutes(10));

        Assert.Null(DeliveryPolicy.BeforeSending(message, Now.AddMinutes(10).AddTicks(-1)));
        Assert.Equal(MessageState.Expired, DeliveryPolicy.BeforeSending(message, Now.AddMinutes(10))?.State);
    }

    [Fact]
    public void A_passing_failure_is_tried_again_after_the_wait_the_channel_asked_for()
    {
        var decision = DeliveryPolicy.AfterSending(
            Message(TimeSpan.FromHours(1)), new DeliveryOutcome.Failed("Busy.", TimeSpan.FromSeconds(37)), Now);

        Assert.Equal((MessageState.Queued, Now.AddSeconds(37)), (decision.State, decision.NextActionAt));
    }

    [Fact]
    public void Without_a_wish_of_the_channel_the_first_wait_is_five_seconds() =>
        Assert.Equal(
            Now.AddSeconds(5),
            DeliveryPolicy.AfterSending(Message(TimeSpan.FromHours(1)), new DeliveryOutcome.Failed("Busy."), Now).NextActionAt);

    [Fact]
    public void A_try_that_would_come_too_late_is_not_made()
    {
        var decision = DeliveryPolicy.AfterSending(
            Message(TimeSpan.FromSeconds(30)), new DeliveryOutcome.Failed("Busy.", TimeSpan.FromSeconds(30)), Now);

        Assert.Equal((MessageState.Failed, null), (decision.State, decision.NextActionAt));
    }

    [Fact]
    public void A_refusal_is_final_and_says_why() =>
        Assert.Equal(
            new DeliveryDecision(MessageState.Failed, null, "No such number."),
            DeliveryPolicy.AfterSending(Message(TimeSpan.FromHours(1)), new DeliveryOutcome.Refused("No such number."), Now));

    private static OutboundMessage Message(TimeSpan validity) => new OutboundMessage
    {
        Id = MessageId.New(Now),
        To = PersonId.New(Now),
        DedupeKey = "key",
        Ground = Ground.Nobody,
        Saying = Saying.Of("greeting"),
        CreatedAt = Now,
        ValidUntil = Now + validity,
    }.Due(Now);
}
