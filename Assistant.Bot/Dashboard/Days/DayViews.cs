using Assistant.Bot.Pictures;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>What the page of one resident's day is given.</summary>
/// <param name="Days">Whose day.</param>
/// <param name="Strip">Her day in pictures; null where it may not be known.</param>
/// <param name="Address">Where the page is.</param>
internal sealed record DayView(ResidentDays Days, StripView? Strip, PageAddress Address)
{
    /// <summary>A page of hers.</summary>
    public string Path(string below) => Address.Page($"/dashboard/residents/{Days.Id}/{below}");
}

/// <summary>Makes what the page of a day shows, and notes who looked: what is not on record is not shown.</summary>
internal sealed class DayViews(IDbContextFactory<AssistantDb> contexts, StripReader strips, AccessReads reads, TimeProvider clock)
{
    /// <summary>The page as the access log calls it.</summary>
    private const string Route = "dashboard/day";

    /// <summary>The view; null where she does not live in that neighbourhood.</summary>
    public async Task<DayView?> ForAsync(
        HttpContext context, (Guid? Neighbourhood, ResidentId Id) whose, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ResidentDays.FindAsync(db, whose, clock.GetUtcNow(), cancellationToken) is not { } days)
        {
            return null;
        }

        await reads.NoteAsync(
            AccessActor.Of(days.Watch.Organiser, AccessRole.Organiser),
            [days.Id],
            (DataCategories.Person | DataCategories.DayPlan, Route),
            cancellationToken);
        var strip = days.MayKnowDay
            ? await strips.ReadAsync(db, (days.Id, days.Person), days.Now, cancellationToken, item => days.MaySee(item.Source))
            : null;
        return new DayView(
            days, strip, new PageAddress(whose.Neighbourhood, context.Request.Query[VisitorLanguage.QueryKey].FirstOrDefault()));
    }
}
