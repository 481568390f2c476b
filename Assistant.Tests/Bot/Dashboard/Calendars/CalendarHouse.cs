using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard.Calendars;

/// <summary>The served demo, with what the tests of calendars do to it.</summary>
internal static class CalendarHouse
{
    public static readonly ResidentId Her = DemoPeople.JansenLives;
    public static readonly string Page = $"/dashboard/residents/{Her}/calendars";

    public static DateTimeOffset Now(this ServedHouse served) => served.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>She says yes or no to these.</summary>
    public static Task AgreeAsync(this ServedHouse served, bool agrees, params Agreement[] what) => served.InStoreAsync(async db =>
    {
        var said = agrees ? ConsentAnswer.Given : ConsentAnswer.Refused;
        await new ConsentBook(db, served.Now()).AnswerAsync(
            Her, what, said, new AskedAs("test-1", AskedHow.OnPaper, DemoPeople.Marijke), CancellationToken.None);
        return true;
    });

    /// <summary>A calendar with one series that begins so many days from today, at nine.</summary>
    public static string File(this ServedHouse served, string title, int inDays, int sequence = 0, string more = "RRULE:FREQ=WEEKLY")
    {
        var day = served.Now().AddDays(inDays).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return string.Join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:club@example", $"SEQUENCE:{sequence}", $"SUMMARY:{title}",
            $"DTSTART;TZID=Europe/Amsterdam:{day}T090000", more, "END:VEVENT", "END:VCALENDAR", "");
    }

    /// <summary>Her appointments of calendars elsewhere that stand, by what they are called.</summary>
    public static Task<List<Appointment>> ImportedAsync(this ServedHouse served, string title) => served.InStoreAsync(async db =>
        (await db.Set<Appointment>().Where(a => a.ResidentId == Her && a.Calendar != null && a.CancelledAt == null).ToListAsync())
            .Where(a => a.Title == title).ToList());

    /// <summary>Brings a file; gives back where it is shown.</summary>
    public static async Task<HttpResponseMessage> BringAsync(HttpClient browser, string file)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(await ServedHouse.TokenAsync(browser, Page)), "__RequestVerificationToken");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
        form.Add(content, "file", "agenda.ics");
        return await browser.PostAsync($"{Page}?handler=File", form);
    }
}
