using Assistant.Bot.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>The door to the demo's clock. Mapped in demo mode only: elsewhere there is nothing behind it.</summary>
internal static class DemoClockEndpoints
{
    private const string ReturnField = "back";

    public static void MapDemoClock(this WebApplication app)
    {
        // A branch of its own sets the language, as the pages do; the routes stay the endpoint's.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/demo"), VisitorLanguage.Configure);
        app.MapGet("/demo/now", async (DemoTime demo, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            Results.Json(await DemoBar.ReadAsync(demo, texts, cancellationToken)));
        app.MapPost("/demo/next-moment", MoveAsync).DisableAntiforgery();
    }

    // The token is checked here, and not by the endpoint's own metadata, because the form has no bound parameters.
    private static async Task<IResult> MoveAsync(
        HttpContext context, DemoTime demo, IAntiforgery antiforgery, IStringLocalizer<DemoTexts> texts)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await demo.MoveToNextAsync(context.RequestAborted);
        if (context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Json(await DemoBar.ReadAsync(demo, texts, context.RequestAborted));
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Results.LocalRedirect(Local(form[ReturnField].ToString()));
    }

    // Back to a page of ours, never elsewhere.
    private static string Local(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal)
            ? back
            : "/";
}
