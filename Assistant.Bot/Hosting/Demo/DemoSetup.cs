using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>Puts the demo in the place of the real clock; called in demo mode only.</summary>
internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services, TimeProvider machine)
    {
        var clock = new DemoClock(machine, HomeTimeZone.Of(DemoPeople.Zone));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(clock);
        services.AddSingleton<DemoTime>();
        return services;
    }
}
