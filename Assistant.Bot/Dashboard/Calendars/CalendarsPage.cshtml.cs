using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>What became of the organiser's last click.</summary>
internal enum CalendarSaid
{
    Revoked,
    Connected,
    Removed,
    Imported,
    Dropped,
    BirthdayAdded,
    BirthdayRemoved,
}

/// <summary>The calendars around one resident: who reads hers, which ones hers is read from, a file, birthdays.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(MostReceived)]
[RequestFormLimits(MultipartBodyLengthLimit = MostReceived)]
internal sealed class CalendarsPage(CalendarViews views, CalendarDesk desk, FeedAddress address) : PageModel
{
    /// <summary>The largest file that is read. Default 4 MB: a lifetime of appointments. (choice)</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    private const long MostReceived = 64 * 1024 * 1024;
    private const int LongestName = 80;
    private const int LongestAddress = 2000;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    [BindProperty(SupportsGet = true)]
    public CalendarSaid? Said { get; set; }

    public CalendarView? View { get; private set; }

    /// <summary>What was wrong: <c>fault.CODE</c>; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>A link that was just made, with whose it is: shown this once.</summary>
    public (string Name, string Link)? Given { get; private set; }

    /// <summary>Whether a link leads no further than this computer.</summary>
    public bool IsLocal => address.Root is null;

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(Guid reader, CancellationToken cancellationToken)
    {
        if (await desk.GiveAsync(Neighbourhood, Id, PersonId.From(reader), cancellationToken) is not { } token
            || !await FindAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        var name = view.Sheet.Readers.FirstOrDefault(one => one.Id == PersonId.From(reader))?.Name ?? "";
        Given = (name, address.Link(token, Request));
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid reader, CancellationToken cancellationToken) =>
        await desk.RevokeAsync(Neighbourhood, Id, PersonId.From(reader), cancellationToken) ? Again(CalendarSaid.Revoked) : NotFound();

    public async Task<IActionResult> OnPostConnectAsync(string? name, string? url, CancellationToken cancellationToken)
    {
        var given = (url ?? "").Trim();
        if (name is null or "" or { Length: > LongestName } || given.Length is 0 or > LongestAddress)
        {
            return await FaultAsync(given.Length == 0 || name is null or "" ? "empty" : $"{CalendarFault.NoAddress}", cancellationToken);
        }

        var done = await desk.ForAsync(
            Neighbourhood,
            Id,
            click =>
            {
                click.Db.Add(new OtherCalendar
                {
                    Id = Guid.CreateVersion7(click.Now),
                    ResidentId = click.Resident.Id,
                    Name = name,
                    Address = given,
                    AddedBy = click.Watch.Organiser,
                    AddedAt = click.Now,
                }.AskAt(click.Now));
                click.Note(AccessEvent.Create);
                return Task.FromResult(true);
            },
            cancellationToken);
        return done ? Again(CalendarSaid.Connected) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid calendar, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(Neighbourhood, Id, calendar, cancellationToken) ? Again(CalendarSaid.Removed) : NotFound();

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } or { Length: > MostBytes })
        {
            return await FaultAsync(file is { Length: > 0 } ? "file-large" : "file-none", cancellationToken);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var read = ICalendarReader.Read(bytes.ToArray());
        if (read.Series.Count == 0 && read.Problems.All(problem => problem.Source == "calendar"))
        {
            return await FaultAsync($"{CalendarFault.NoCalendar}", cancellationToken);
        }

        var name = Path.GetFileName(file.FileName) is { Length: <= LongestName } known ? known : "";
        var kept = await desk.KeepAsync(Neighbourhood, Id, (name, bytes.ToArray()), cancellationToken);
        return kept is not { } proposal ? NotFound() : RedirectToPage("/Dashboard/Calendars/ImportPage", new
        {
            id = Resident, proposal, neighbourhood = Neighbourhood, lang = Language,
        });
    }

    public async Task<IActionResult> OnPostBirthdayAsync(string? name, DateOnly? date, bool noYear, CancellationToken cancellationToken)
    {
        if (name is null or "" or { Length: > LongestName } || date is not { } born)
        {
            return await FaultAsync("empty", cancellationToken);
        }

        var done = await desk.ForAsync(
            Neighbourhood,
            Id,
            click =>
            {
                click.Db.Add(new Birthday
                {
                    Id = Guid.CreateVersion7(click.Now),
                    ResidentId = click.Resident.Id,
                    Name = name.Trim(),
                    Month = born.Month,
                    Day = born.Day,
                    Year = noYear ? null : born.Year,
                    AddedAt = click.Now,
                });
                click.Note(AccessEvent.Create);
                return Task.FromResult(true);
            },
            cancellationToken);
        return done ? Again(CalendarSaid.BirthdayAdded) : NotFound();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid birthday, CancellationToken cancellationToken) => await desk.ForAsync(
        Neighbourhood,
        Id,
        async click =>
        {
            click.Note(AccessEvent.Delete);
            return await click.Db.Set<Birthday>().Where(b => b.Id == birthday && b.ResidentId == click.Resident.Id).ExecuteDeleteAsync(cancellationToken) > 0;
        },
        cancellationToken) ? Again(CalendarSaid.BirthdayRemoved) : NotFound();

    private string? Language => Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();

    private async Task<IActionResult> FaultAsync(string code, CancellationToken cancellationToken)
    {
        Fault = code;
        return await FindAsync(cancellationToken) && View is { Sheet: { MayKnowDays: true, IsServed: true } } ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        return View is not null;
    }

    private RedirectToPageResult Again(CalendarSaid said) =>
        RedirectToPage(new { id = Resident, neighbourhood = Neighbourhood, lang = Language, said, handler = (string?)null });
}
