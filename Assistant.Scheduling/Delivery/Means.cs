namespace Assistant.Scheduling.Delivery;

/// <summary>By what sort of thing somebody is reached.</summary>
public enum Means
{
    /// <summary>A message in a chat. It wakes nobody.</summary>
    Message,

    /// <summary>An e-mail. It waits until it is read.</summary>
    Email,

    /// <summary>A text message to a telephone (SMS).</summary>
    Text,

    /// <summary>A telephone that rings, and a voice.</summary>
    Call,
}

/// <summary>Which places go first when somebody is to be reached by a certain means. Pure.</summary>
public static class MeansOrder
{
    /// <summary>The channel of e-mail, in the words of the Bot Framework.</summary>
    public const string EmailChannel = "email";

    /// <summary>The channel of text messages, in the words of the Bot Framework.</summary>
    public const string TextChannel = "sms";

    /// <summary>The channel of spoken calls, in the words of the Bot Framework.</summary>
    public const string CallChannel = "telephony";

    /// <summary>What sort of thing a channel is.</summary>
    public static Means Of(string channel) => channel switch
    {
        EmailChannel => Means.Email,
        TextChannel => Means.Text,
        CallChannel => Means.Call,
        _ => Means.Message,
    };

    /// <summary>How well a channel fits; the smallest goes first.</summary>
    /// <remarks>Where nothing was chosen no telephone rings while another place is left. Where it must ring and cannot, a text message is next.</remarks>
    /// <param name="channel">The channel.</param>
    /// <param name="wanted">By what means; null where nothing was chosen.</param>
    public static int Rank(string channel, Means? wanted) => (Of(channel), wanted) switch
    {
        (Means.Call, null) => 1,
        (_, null) => 0,
        var (means, chosen) when means == chosen => 0,
        (Means.Text, Means.Call) => 1,
        _ => 2,
    };
}
