using System.Globalization;
using System.Text;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Load.Crashes;

/// <summary>A channel that reaches everybody: what is sent is a line on paper, on the disk before it answers.</summary>
/// <remarks>Shape of a line: moment, message id and text, with tabs between.</remarks>
internal sealed class PaperChannel(string path, TimeProvider clock, Fault fault) : IChannel
{
    private readonly Lock gate = new();

    public bool Serves(string channelId) => true;

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        await fault.PassAsync(Fault.BeforeCall);
        Write(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():O}\t{message.Id}\t{message.Text.ReplaceLineEndings(" ")}\n"));
        await fault.PassAsync(Fault.AfterCall);
        return new DeliveryOutcome.Accepted(null, message.Text);
    }

    private void Write(string line)
    {
        lock (gate)
        {
            using var paper = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            paper.Write(Encoding.UTF8.GetBytes(line));
            paper.Flush(flushToDisk: true);
        }
    }
}
