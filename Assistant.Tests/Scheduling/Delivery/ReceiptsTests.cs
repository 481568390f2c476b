using Assistant.Scheduling.Delivery;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Delivery;

public sealed class ReceiptsTests
{
    private static readonly MessageState[] News =
        [MessageState.Accepted, MessageState.Delivered, MessageState.Read, MessageState.Failed];

    [Theory]
    [InlineData(MessageState.Accepted, MessageState.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.Accepted, MessageState.Read, MessageState.Read)]
    [InlineData(MessageState.Accepted, MessageState.Failed, MessageState.Failed)]
    [InlineData(MessageState.Delivered, MessageState.Read, MessageState.Read)]
    [InlineData(MessageState.Unknown, MessageState.Accepted, MessageState.Accepted)]
    [InlineData(MessageState.Unknown, MessageState.Failed, MessageState.Failed)]
    [InlineData(MessageState.Queued, MessageState.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.Queued, MessageState.Failed, MessageState.Failed)]
    [InlineData(MessageState.Queued, MessageState.Accepted, null)]
    [InlineData(MessageState.Accepted, MessageState.Accepted, null)]
    [InlineData(MessageState.Read, MessageState.Delivered, null)]
    [InlineData(MessageState.Delivered, MessageState.Accepted, null)]
    [InlineData(MessageState.Delivered, MessageState.Failed, null)]
    [InlineData(MessageState.Failed, MessageState.Accepted, null)]
    [InlineData(MessageState.Expired, MessageState.Read, null)]
    public void News_moves_a_message_forward_only(MessageState state, MessageState news, MessageState? next) =>
        Assert.Equal(next, Receipts.Next(state, news));

    [Fact]
    public void However_news_is_shuffled_and_repeated_the_last_stop_is_the_same() =>
        Prop.ForAll(Gen.Elements(News).ArrayOf().ToArbitrary(), told =>
        {
            var arrives = told.Where(news => news is not MessageState.Failed).ToArray();
            return After(arrives) == After([.. arrives.Reverse()]) && After(told) == After([.. told, .. told]);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 5));

    private static MessageState After(IReadOnlyList<MessageState> told) =>
        told.Aggregate(MessageState.Accepted, (state, news) => Receipts.Next(state, news) ?? state);
}
