using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>Registers what only the demo has; called in demo mode only.</summary>
internal static class DemoSetup
{
    public static DemoClock AddDemo(this IServiceCollection services, TimeProvider machine)
    {
        var clock = new DemoClock(machine, HomeTimeZone.Of(DemoPeople.Zone));
        services.AddSingleton(clock);
        services.AddSingleton<DemoTime>();
        return clock;
    }
}
