using Assistant.Scheduling.Consent;

namespace Assistant.Bot.Conversation.Consents;

/// <summary>One of the three things a resident is asked at the first meeting.</summary>
/// <param name="Key">How its words begin: <c>KEY.ask</c> asks, <c>KEY.again</c> asks once more.</param>
/// <param name="Version">Which text it is asked with, stored with the answer; another text gets another number.</param>
/// <param name="Purposes">What an answer to it answers; any answer to one of these, and it was asked.</param>
internal sealed record ConsentTopic(string Key, string Version, IReadOnlyList<Purpose> Purposes)
{
    /// <summary>That we speak to her of her day, and ask how she is.</summary>
    public static readonly ConsentTopic Service = new("consent.service", "service-1", [Purpose.Reminders, Purpose.CheckIns]);

    /// <summary>Who may hear when she does not answer or is not well.</summary>
    public static readonly ConsentTopic Sharing = new("consent.sharing", "sharing-1", [Purpose.SharingWithContact, Purpose.SharingWithOrganiser]);

    /// <summary>That we remember what she tells.</summary>
    public static readonly ConsentTopic Memory = new("consent.memory", "memory-1", [Purpose.CompanionshipMemory]);

    /// <summary>In the order in which they are asked: three turns.</summary>
    public static IReadOnlyList<ConsentTopic> All { get; } = [Service, Sharing, Memory];

    /// <summary>What a yes to <see cref="Sharing"/> lets somebody know: no more than its text says.</summary>
    public static IReadOnlyList<SharedKind> Shared { get; } =
        [SharedKind.Silence, SharedKind.Worry, SharedKind.Course, SharedKind.WayIn];

    /// <summary>The question it leaves open.</summary>
    public string Question => $"{Key}?";
}
