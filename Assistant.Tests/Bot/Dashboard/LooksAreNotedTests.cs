using Assistant.Bot.Dashboard.Today;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class LooksAreNotedTests
{
    [Fact]
    public async Task Who_opens_the_page_of_today_looked_at_each_of_its_residents_once_however_often_it_refreshes()
    {
        await using var served = new ServedHouse(demo: true);
        using var browser = served.Browser();

        for (var i = 0; i < 5; i++)
        {
            await browser.GetStringAsync("/dashboard");
            await browser.GetStringAsync("/dashboard?handler=Board");
        }

        while (await served.InStoreAsync(db => db.Set<AccessWaiting>().AnyAsync()))
        {
            await served.Services.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);
        }

        var looks = await served.InStoreAsync(db => db.Set<AccessEntry>().Where(e => e.Event == AccessEvent.Read).ToListAsync());
        Assert.Equal(await served.InStoreAsync(db => db.Set<Resident>().CountAsync()), looks.Count);
        Assert.All(looks, look => Assert.Equal(
            (DemoPeople.Marijke, AccessRole.Organiser, "dashboard/today"), (look.PersonId ?? default, look.Role, look.Route)));
        Assert.Equal(looks.Count, looks.Select(look => look.ResidentId).Distinct().Count());
    }

    [Fact]
    public void Every_page_of_the_organiser_notes_who_looks() =>
        Assert.Empty(
            from page in typeof(TodayPage).Assembly.GetTypes()
            where page.IsSubclassOf(typeof(PageModel)) && page.Namespace?.Contains(".Dashboard", StringComparison.Ordinal) == true
            where !Needs(page).Any(needed => needed == typeof(AccessReads) || Needs(needed).Contains(typeof(AccessReads)))
            select page.FullName);

    private static IEnumerable<Type> Needs(Type made) =>
        made.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);
}
