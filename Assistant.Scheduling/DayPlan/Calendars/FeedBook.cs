using System.Buffers.Text;
using System.Security.Cryptography;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>The book of links to a resident's calendar, opened in one unit of work at one moment. Saves nothing itself.</summary>
public sealed class FeedBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>The page as the access log calls it.</summary>
    public const string Route = "dashboard/calendars";

    /// <remarks>256 bits: nobody guesses one.</remarks>
    private const int TokenBytes = 32;

    /// <summary>Makes a link for somebody; the one this person had before shows nothing any more.</summary>
    /// <returns>The token, which is shown once and kept nowhere. Shape: 43 letters of base64url.</returns>
    public async Task<string> GiveAsync(ResidentId resident, PersonId reader, AccessActor by, CancellationToken cancellationToken)
    {
        await RevokeAsync(resident, reader, by, cancellationToken);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Add(new CalendarFeed
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            ReaderId = reader,
            TokenHash = Hash(token),
            GivenAt = now,
            GivenBy = by.Person ?? throw new ArgumentException("Only a person gives out a link.", nameof(by)),
        });
        Note(AccessEvent.Create, resident, by);
        return token;
    }

    /// <summary>Takes back the link this person has.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RevokeAsync(ResidentId resident, PersonId reader, AccessActor by, CancellationToken cancellationToken)
    {
        var standing = await db.Set<CalendarFeed>()
            .Where(f => f.ResidentId == resident && f.ReaderId == reader && f.RevokedAt == null).ToListAsync(cancellationToken);
        standing.ForEach(feed => feed.Revoke(now));
        if (standing.Count > 0)
        {
            Note(AccessEvent.Delete, resident, by);
        }

        return standing.Count > 0;
    }

    /// <summary>The link with this token, taken back or not; null where it is none of ours.</summary>
    public async Task<CalendarFeed?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Hash(token);
        return await db.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash, cancellationToken);
    }

    private void Note(AccessEvent what, ResidentId resident, AccessActor by) => new AccessLog(db, now).Note(new AccessNote(
        what, by, resident, DataCategories.DayPlan | DataCategories.Consent, Route, AccessPurpose.OwnRequest));

    private string Hash(string token) => db.Ring.Hash($"calendar-feed:{token}");
}
