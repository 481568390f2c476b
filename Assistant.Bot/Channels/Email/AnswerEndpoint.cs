using System.Net;
using System.Text;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.Email;

/// <summary><c>/answer/TOKEN</c>: shows what a link would answer, and answers when its button is pressed.</summary>
/// <remarks>Mail scanners open every link, so opening alone does nothing. The page names nobody.</remarks>
internal sealed class AnswerEndpoint(AnswerLinks links, IDbContextFactory<AssistantDb> contexts, Inbox inbox, SayBook book, TimeProvider clock)
{
    private const string FallBack = "nl";

    public async Task<IResult> ShowAsync(string token, CancellationToken cancellationToken)
    {
        var (answer, _, language) = await ReadAsync(token, cancellationToken);
        return answer is null
            ? Page(language, "email.page.unknown", null, StatusCodes.Status404NotFound)
            : Page(language, "email.page.sure", book.In(language).Choices.GetValueOrDefault(answer.Choice.Intent) ?? Word(language, "email.page.yes"));
    }

    public async Task<IResult> AnswerAsync(string token, CancellationToken cancellationToken)
    {
        var (answer, point, language) = await ReadAsync(token, cancellationToken);
        if (answer is null || point is null)
        {
            return Page(language, "email.page.unknown", null, StatusCodes.Status404NotFound);
        }

        await inbox.AcceptAsync(
            new Utterance
            {
                Channel = point.Channel, Address = point.Address, MessageKey = $"link:{token}", Choice = answer.Choice, SaidAt = clock.GetUtcNow(),
            },
            cancellationToken);
        return Page(language, "email.page.thanks", null);
    }

    private async Task<(LinkedAnswer? Answer, ContactPoint? Point, string Language)> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } answer)
        {
            return (null, null, FallBack);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from point in db.Set<ContactPoint>().AsNoTracking()
            join reach in db.Set<Reachability>() on point.Id equals reach.ContactPointId
            join person in db.Set<Person>() on reach.PersonId equals person.Id
            where point.Id == answer.Point && point.Channel == MeansOrder.EmailChannel
            select new { Point = point, person.Language }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? (null, null, FallBack) : (answer, found.Point, found.Language);
    }

    private IResult Page(string language, string key, string? button, int status = StatusCodes.Status200OK)
    {
        var words = WebUtility.HtmlEncode(Word(language, key));
        var form = button is null ? "" : $"<form method=\"post\"><button class=\"button button-main\" type=\"submit\">{WebUtility.HtmlEncode(button)}</button></form>";
        return Results.Text(
            $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<meta name=\"robots\" content=\"noindex\"><title>{words}</title><link rel=\"stylesheet\" href=\"/site.css\"><link rel=\"stylesheet\" href=\"/pages.css\"></head><body><main class=\"answer\"><h1>{words}</h1>{form}</main></body></html>",
            "text/html",
            Encoding.UTF8,
            status);
    }

    private string Word(string language, string key) => book.In(language).Says[key][0].Text;
}
