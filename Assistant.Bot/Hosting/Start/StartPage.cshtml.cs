using Assistant.Bot.Dashboard;
using Assistant.Scheduling.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Start;

/// <summary>The first page: what this is, and in the demo whom to be.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
internal sealed class StartPage(IDbContextFactory<AssistantDb> contexts, StorePlace place) : PageModel
{
    /// <summary>Whom a visitor can be; null where the people are real and nobody can be them.</summary>
    public Doors? Doors { get; private set; }

    /// <summary>What a link takes along, so that the next page speaks the same language.</summary>
    public string Language { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Language = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault() is { Length: > 0 } chosen ? $"lang={Uri.EscapeDataString(chosen)}" : "";
        if (place.IsDemo)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Doors = await Doors.ReadAsync(db, cancellationToken);
        }
    }
}
