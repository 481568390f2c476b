using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>The page on which one person talks with the assistant: <c>/chat?person=…</c>.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChatPage(IDbContextFactory<AssistantDb> contexts) : PageModel
{
    private static readonly string[] Languages = ["nl", "en"];

    /// <summary>Whose page this is; null where the address names nobody.</summary>
    public Person? Person { get; private set; }

    /// <summary>Whether the address names somebody, be it nobody we know.</summary>
    public bool NamesSomebody { get; private set; }

    /// <summary>The language of the page: the person's own, else what the browser prefers, else Dutch.</summary>
    public string Language => Person?.Language ?? Preferred() ?? Languages[0];

    public async Task<IActionResult> OnGetAsync(string? person, CancellationToken cancellationToken)
    {
        NamesSomebody = !string.IsNullOrWhiteSpace(person);
        if (Guid.TryParse(person, out var id))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == PersonId.From(id), cancellationToken);
        }

        if (NamesSomebody && Person is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    private string? Preferred() => Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(Languages.Contains);
}
