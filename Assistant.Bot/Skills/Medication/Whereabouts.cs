using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Skills.Medication;

/// <summary>By which clock people live at the place somebody names, as far as the phrase files know it.</summary>
/// <param name="Zone">The clock there; null where it is not known.</param>
/// <param name="HasMany">Whether it is a country with more than one clock, so that a town has to be named.</param>
internal sealed record Whereabouts(HomeTimeZone? Zone, bool HasMany)
{
    private const string At = "place.at.";

    /// <summary>Where somebody says she is now; null where she says no such thing.</summary>
    public static Whereabouts? Here(string said, SayPage page) =>
        new SpokenWords(said, page).Has("place.here") && Of(said, page) is { } where && where is { Zone: not null } or { HasMany: true } ? where : null;

    /// <summary>The place that is named, whatever else is said. A town goes before its country.</summary>
    public static Whereabouts Of(string said, SayPage page)
    {
        var words = new SpokenWords(said, page);
        var zones = page.Hears.Keys.Where(key => key.StartsWith(At, StringComparison.Ordinal) && words.Has(key)).ToList();
        return new Whereabouts(zones is [var one] ? HomeTimeZone.Of(one[At.Length..]) : null, zones.Count != 1 && words.Has("place.many"));
    }
}
