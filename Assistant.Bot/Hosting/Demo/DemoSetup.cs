using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>What only the demo has.</summary>
internal static class DemoSetup
{
    /// <summary>Registers the demo's clock; called in demo mode only.</summary>
    public static DemoClock AddDemo(this IServiceCollection services, TimeProvider machine)
    {
        var clock = new DemoClock(machine, HomeTimeZone.Of(DemoPeople.Zone));
        services.AddSingleton(clock);
        services.AddSingleton<DemoTime>();
        return clock;
    }

    /// <summary>Opens the door to the demo's clock, where there is one.</summary>
    public static void MapDemo(this WebApplication app)
    {
        if (app.Services.GetService<DemoTime>() is not null)
        {
            app.MapDemoClock();
        }
    }
}
