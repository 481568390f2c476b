using System.Net;
using System.Net.Mail;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Email;

/// <summary>Reaches people by e-mail: plain and HTML, with a link for each answer where this program has a public name.</summary>
internal sealed class EmailChannel(EmailText text, IOptions<EmailOptions> options, TimeProvider clock) : IChannel
{
    /// <summary>How long we wait for the server. A second less than the dispatcher waits for us, so that we can still say "unknown".</summary>
    public static readonly TimeSpan Patience = Dispatcher.SendTimeout - TimeSpan.FromSeconds(1);

    public bool Serves(string channelId) => channelId is MeansOrder.EmailChannel && options.Value.IsConfigured;

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(to.Address, out var address))
        {
            return new DeliveryOutcome.Refused("This is no mail address.");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var mail = text.Mail(to, address, message, options.Value.From ?? "");
        using var line = new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.NeedsTls };
        if (!string.IsNullOrEmpty(options.Value.User))
        {
            line.Credentials = new NetworkCredential(options.Value.User, options.Value.Password);
        }

        try
        {
            // The line is not waited for when it hangs: leaving this method breaks it off.
            await line.SendMailAsync(mail, CancellationToken.None).WaitAsync(either.Token);
            return new DeliveryOutcome.Accepted(mail.Headers["Message-ID"], message.Text);
        }
        catch (SmtpException fault)
        {
            return SmtpVerdict.Of(fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unknown($"The mail server gave no answer within {Patience.TotalSeconds} s.");
        }
    }
}
