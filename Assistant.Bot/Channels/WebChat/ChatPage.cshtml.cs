using System.Globalization;
using Assistant.Bot.Pictures;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>The page on which one person talks with the assistant: <c>/chat?person=…</c>.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChatPage(IDbContextFactory<AssistantDb> contexts, StripReader strips) : PageModel
{
    private static readonly string[] Languages = ["nl", "en"];

    /// <summary>Whose page this is; null where the address names nobody.</summary>
    public Person? Person { get; private set; }

    /// <summary>Whether the address names somebody, be it nobody we know.</summary>
    public bool NamesSomebody { get; private set; }

    /// <summary>The language of the page: the person's own, else what the browser prefers, else Dutch.</summary>
    public string Language => Person?.Language ?? Preferred() ?? Languages[0];

    /// <summary>Her day in pictures; null where she is no resident, or does not want to be reminded.</summary>
    public StripView? Day { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? person, CancellationToken cancellationToken)
    {
        NamesSomebody = !string.IsNullOrWhiteSpace(person);
        if (!await FindAsync(person, cancellationToken) && NamesSomebody)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    /// <summary>Her day alone, for the script that keeps it fresh; nothing at all where nothing changed.</summary>
    public async Task<IActionResult> OnGetDayAsync(string? person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken) || Day is not { } day)
        {
            return NotFound();
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language);
        var tag = day.Tag();
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Partial("/Pictures/_NearStrip.cshtml", day);
    }

    private async Task<bool> FindAsync(string? person, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(person, out var id))
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == PersonId.From(id), cancellationToken);
        Day = Person is { } found ? await strips.OfHerselfAsync(found, cancellationToken) : null;
        return Person is not null;
    }

    private string? Preferred() => Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(Languages.Contains);
}
