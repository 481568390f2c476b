using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary>The duty of one neighbourhood as the command line speaks of it: by names, on its own clock.</summary>
internal sealed record DutyDesk(NeighbourhoodId Neighbourhood, HomeTimeZone Zone, IReadOnlyList<Person> Organisers, DutyPlan Plan)
{
    /// <exception cref="StartupFault">There is no such neighbourhood, or nobody organises it.</exception>
    public static async Task<DutyDesk> OpenAsync(AssistantDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var home = await db.Set<Neighbourhood>().AsNoTracking().SingleOrDefaultAsync(n => n.Name == name, cancellationToken)
            ?? throw new StartupFault($"There is no neighbourhood '{name}'.", "Write its name as the organiser's page shows it.");
        var plan = (await DutyRota.PlansAsync(db, [home.Id], now, cancellationToken))[home.Id];
        var ids = plan.Organisers.ToList();
        var organisers = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return organisers is [var first, ..]
            ? new DutyDesk(home.Id, plan.Rotation?.Zone ?? first.Zone, organisers, plan)
            : throw new StartupFault($"Nobody organises '{name}'.", "Appoint an organiser first.");
    }

    /// <exception cref="StartupFault">Nobody of that name organises it.</exception>
    public PersonId Person(string name) => Organisers.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id
        ?? throw new StartupFault("Nobody of that name organises this neighbourhood.", $"It has {Organisers.Count} organisers; duty show names them.");

    /// <exception cref="StartupFault">It is no date and time.</exception>
    public DateTimeOffset Moment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Zone.At(local)
            : throw new StartupFault($"'{text}' is no date and time.", "Write 2026-12-24 or \"2026-12-24 09:00\".");

    /// <exception cref="StartupFault">It is no date.</exception>
    public static DateOnly Date(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date)
        ? date
        : throw new StartupFault($"'{text}' is no date.", "Write 2026-12-24.");

    /// <exception cref="StartupFault">It is no time of day.</exception>
    public static TimeOnly Time(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)
        ? time
        : throw new StartupFault($"'{text}' is no time of day.", "Write 09:00.");

    /// <summary>Every shift, a line each: from, until, who.</summary>
    public IEnumerable<string> Lines(DateTimeOffset from, DateTimeOffset until) => Plan.Between(from, until).Select(shift =>
        $"{Local(shift.From)}\t{Local(shift.Until)}\t{Organisers.FirstOrDefault(p => p.Id == shift.Person)?.Name ?? "NOBODY"}");

    /// <summary>Why a change is refused; null where it is not.</summary>
    public static StartupFault? Complaint(DutyAnswer answer) => answer switch
    {
        DutyAnswer.Noted => null,
        DutyAnswer.Overlaps => new StartupFault("Somebody else took a part of these hours already.", "duty show lists the shifts."),
        DutyAnswer.NotAnOrganiser => new StartupFault("Somebody in it does not organise this neighbourhood.", "duty show names who does."),
        DutyAnswer.EndsBeforeItBegins => new StartupFault("It ends before it begins.", "Give --until a later moment than --from."),
        _ => new StartupFault("There is nothing to change.", "A rotation of two or more people comes first: duty rotate."),
    };

    private string Local(DateTimeOffset at) => Zone.LocalOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
