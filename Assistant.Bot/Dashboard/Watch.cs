using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard;

/// <summary>Whose page it is: one neighbourhood, seen and acted upon by its organiser on duty.</summary>
/// <remarks>The one place that decides which side of the wall a page is on; sign-in will decide it by person.</remarks>
/// <param name="Neighbourhood">Nothing of any other neighbourhood is read.</param>
/// <param name="NeighbourhoodName">As its people call it.</param>
/// <param name="Organiser">Who acts on this page.</param>
/// <param name="OrganiserName">What she is called.</param>
/// <param name="Zone">Her clock; every time on the page is told by it.</param>
internal sealed record Watch(
    NeighbourhoodId Neighbourhood, string NeighbourhoodName, PersonId Organiser, string OrganiserName, HomeTimeZone Zone)
{
    /// <summary>The watch over this neighbourhood, or over the first that has an organiser; null where there is none.</summary>
    public static async Task<Watch?> FindAsync(AssistantDb db, Guid? neighbourhood, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var watched = db.Set<OrganiserDuty>().AsNoTracking().Select(d => d.NeighbourhoodId);
        var found = db.Set<Neighbourhood>().AsNoTracking().Where(n => watched.Contains(n.Id));
        if (neighbourhood is { } asked)
        {
            var id = NeighbourhoodId.From(asked);
            found = found.Where(n => n.Id == id);
        }

        if (await found.OrderBy(n => n.Id).FirstOrDefaultAsync(cancellationToken) is not { } here)
        {
            return null;
        }

        var onDuty = (await DutyRota.OnDutyAsync(db, [here.Id], now, cancellationToken))[here.Id];
        return new Watch(here.Id, here.Name, onDuty.Id, onDuty.Name, onDuty.Zone);
    }
}
