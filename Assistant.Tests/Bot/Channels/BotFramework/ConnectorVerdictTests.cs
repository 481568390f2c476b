using System.Net;
using System.Net.Http.Headers;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Scheduling.Delivery;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class ConnectorVerdictTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.Accepted)]
    public void A_message_that_was_taken_needs_no_verdict(HttpStatusCode status) =>
        Assert.Null(ConnectorVerdict.Of(status, null, Outgoing.Now));

    [Theory]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public void What_passes_is_tried_again(HttpStatusCode status) =>
        Assert.IsType<DeliveryOutcome.Failed>(ConnectorVerdict.Of(status, null, Outgoing.Now));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Redirect)]
    public void What_does_not_pass_is_not_tried_again(HttpStatusCode status) =>
        Assert.IsType<DeliveryOutcome.Refused>(ConnectorVerdict.Of(status, null, Outgoing.Now));

    [Fact]
    public void A_date_to_come_back_is_as_good_as_a_number_of_seconds()
    {
        var later = new RetryConditionHeaderValue(Outgoing.Now.AddSeconds(30));
        var before = new RetryConditionHeaderValue(Outgoing.Now.AddSeconds(-30));

        Assert.Equal(
            TimeSpan.FromSeconds(30), (ConnectorVerdict.Of(HttpStatusCode.TooManyRequests, later, Outgoing.Now) as DeliveryOutcome.Failed)?.RetryAfter);
        Assert.Null((ConnectorVerdict.Of(HttpStatusCode.TooManyRequests, before, Outgoing.Now) as DeliveryOutcome.Failed)?.RetryAfter);
    }
}
