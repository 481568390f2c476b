using System.Text.Json.Serialization;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>What somebody typed, said or pressed, in the words of no channel in particular.</summary>
internal sealed record Utterance
{
    /// <summary>The channel's id (<c>webchat</c>, <c>msteams</c>, <c>emulator</c>).</summary>
    public required string Channel { get; init; }

    /// <summary>Who spoke, as that channel knows her: the address of a contact point.</summary>
    public required string Address { get; init; }

    /// <summary>The channel's own id of this message, unique on that channel; the same one twice is one message.</summary>
    public required string MessageKey { get; init; }

    /// <summary>The words; empty when a button was pressed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The button that was pressed; null when words were said.</summary>
    public ChoiceValue? Choice { get; init; }

    /// <summary>What the channel says of the speaker's language (BCP 47); a known person's own language goes before it.</summary>
    public string? Locale { get; init; }

    /// <summary>When it was said, by the channel's clock.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>What the channel needs to answer here later, in its own JSON.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether it was spoken, so that the answer should be as well.</summary>
    public bool Spoken { get; init; }

    /// <summary>Whether somebody else's words were passed on; what they say she did not say.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>Where it was said, whoever said it.</summary>
    [JsonIgnore]
    public string Place => PlaceOf(Channel, Address);

    /// <summary>The place of this address.</summary>
    public static string PlaceOf(string channel, string address) => $"{channel}:{address}";
}
