using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>How it stands with one thing a resident can agree to.</summary>
internal enum ConsentMark
{
    /// <summary>She was never asked.</summary>
    NotAsked,

    /// <summary>She agrees.</summary>
    Given,

    /// <summary>She said no.</summary>
    Refused,

    /// <summary>She agreed, and took it back.</summary>
    Withdrawn,

    /// <summary>She agreed until a day that is past.</summary>
    Ended,
}

/// <summary>One thing a resident can agree to, and her last word about it.</summary>
internal sealed record ConsentItem(Agreement About, ConsentMark Mark, ConsentGrant? Last)
{
    public string Key => AgreementKey.Of(About);

    public static ConsentItem Of(Agreement about, IEnumerable<ConsentGrant> newestFirst, DateTimeOffset now)
    {
        var last = newestFirst.FirstOrDefault(grant => grant.About == about);
        var mark = last switch
        {
            null => ConsentMark.NotAsked,
            { WithdrawnAt: not null } => ConsentMark.Withdrawn,
            { Answer: ConsentAnswer.Refused } => ConsentMark.Refused,
            _ => last.Stands(now) ? ConsentMark.Given : ConsentMark.Ended,
        };
        return new ConsentItem(about, mark, last);
    }
}

/// <summary>Somebody who may know something of her, and what.</summary>
/// <param name="Who">Of her circle; null for the service itself and for the organiser.</param>
/// <param name="Name">What she is called; null for the service itself.</param>
/// <param name="Items">What can be agreed about her.</param>
internal sealed record ConsentGroup(PersonId? Who, string? Name, IReadOnlyList<ConsentItem> Items)
{
    public string Id => Who?.Value.ToString("N") ?? (Name is null ? "service" : "organiser");

    public bool HasStanding => Items.Any(item => item.Mark is ConsentMark.Given);
}

/// <summary>All that one resident said about what we may do and tell.</summary>
internal sealed record ConsentSheet
{
    public required ResidentId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Since when we do nothing more for her; null while we do.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The service first, then the organiser, then her circle.</summary>
    public required IReadOnlyList<ConsentGroup> Groups { get; init; }

    /// <summary>Everything she ever said about it, the newest first.</summary>
    public required IReadOnlyList<ConsentGrant> History { get; init; }

    /// <summary>The people the history speaks of.</summary>
    public required IReadOnlyDictionary<PersonId, string> Names { get; init; }

    /// <summary>How many messages were stopped at the door because she took something back.</summary>
    public required int Stopped { get; init; }
}
