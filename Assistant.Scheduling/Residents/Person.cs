using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Residents;

/// <summary>Somebody we can speak with, in her own language and by her own clock.</summary>
public sealed class Person
{
    /// <summary>The key.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The neighbourhood through which we know this person; null for a stranger who spoke to us.</summary>
    public NeighbourhoodId? NeighbourhoodId { get; init; }

    /// <summary>What we call this person, and how others hear about her: <c>mevrouw Jansen</c>, <c>Els</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The language we write and speak. Shape: BCP 47 (<c>nl</c>, <c>nl-BE</c>, <c>en</c>).</summary>
    public required string Language { get; set; }

    /// <summary>The zone whose clock this person lives by. Shape: IANA id.</summary>
    public required string TimeZoneId { get; set; }

    /// <summary>From when on nothing small may wake this person, by her own clock; null where any hour is good.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until when nothing small may wake this person, by her own clock.</summary>
    public TimeOnly? QuietUntil { get; set; }

    /// <summary>The hours in which nothing small may wake this person; null where any hour is good.</summary>
    public QuietHours? Quiet => QuietFrom is { } from && QuietUntil is { } until ? new QuietHours(from, until) : null;

    /// <summary>Whether this is somebody who spoke to us and whom nobody introduced.</summary>
    public bool IsStranger => NeighbourhoodId is null;

    /// <summary>The zone as something to reckon with.</summary>
    public HomeTimeZone Zone => HomeTimeZone.Of(TimeZoneId);
}
