using System.Net.Mail;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Channels.Email;

/// <summary>What a refusal of a mail server means for a message: later, or never.</summary>
/// <remarks>Source: RFC 5321 §4.2.1: 4yz is transient, 5yz permanent. Without a reply nothing is known to be wrong with the address.</remarks>
internal static class SmtpVerdict
{
    // What concerns us and not her: a wrong password or a server that asks for one does not make her unreachable.
    private static readonly SmtpStatusCode[] Ours =
        [SmtpStatusCode.MustIssueStartTlsFirst, SmtpStatusCode.ClientNotPermitted, SmtpStatusCode.CommandUnrecognized, SmtpStatusCode.BadCommandSequence];

    public static DeliveryOutcome Of(SmtpException fault) => (int)fault.StatusCode switch
    {
        >= 500 when !Ours.Contains(fault.StatusCode) && fault is SmtpFailedRecipientException => new DeliveryOutcome.Refused(Reason(fault)),
        (int)SmtpStatusCode.TransactionFailed => new DeliveryOutcome.Refused(Reason(fault)),
        >= 400 => new DeliveryOutcome.Failed(Reason(fault)),
        _ => new DeliveryOutcome.Failed("The mail server could not be reached."),
    };

    private static string Reason(SmtpException fault) => $"The mail server answered {(int)fault.StatusCode}.";
}
