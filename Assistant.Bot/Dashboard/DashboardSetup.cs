using Assistant.Bot.Dashboard.Calendars;
using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Consents;
using Assistant.Bot.Dashboard.Days;
using Assistant.Bot.Dashboard.Hours;
using Assistant.Bot.Dashboard.Ladders;
using Assistant.Bot.Dashboard.Medication;
using Assistant.Bot.Dashboard.Today;

namespace Assistant.Bot.Dashboard;

/// <summary>The organiser's pages.</summary>
internal static class DashboardSetup
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        // Pages live in the room they belong to, not in a folder named Pages.
        services.AddRazorPages(pages => pages.RootDirectory = "/");
        services.AddLocalization();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<ConcernDesk>();
        services.AddSingleton<ResidentDesk>();
        services.AddSingleton<HoursReader>();
        services.AddSingleton<HoursDesk>();
        services.AddSingleton<LadderReader>();
        services.AddSingleton<LadderDesk>();
        services.AddSingleton<ConsentReader>();
        services.AddSingleton<ConsentDesk>();
        services.AddSingleton<MedicationReader>();
        services.AddSingleton<MedicationViews>();
        services.AddSingleton<MedicationDesk>();
        services.AddSingleton<ProposalReader>();
        services.AddSingleton<DayViews>();
        services.AddSingleton<WeekViews>();
        services.AddSingleton<WeekDesk>();
        services.AddSingleton(_ => TemplateBook.Load(Path.Combine(AppContext.BaseDirectory, "Phrases")));
        services.AddSingleton<CalendarViews>();
        services.AddSingleton<CalendarDesk>();
        return services;
    }

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        routes.MapRazorPages();
    }
}
