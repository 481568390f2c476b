using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Initiatives;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Scheduling;

/// <summary>Puts the rooms together.</summary>
public static class SchedulingSetup
{
    /// <summary>The tables of all rooms, in the order in which they refer to each other.</summary>
    public static IReadOnlyList<RoomTables> Rooms { get; } =
    [
        SealingKey.Room, ResidentTables.Room, ConsentTables.Room, AccessTables.Room, DayPlanTables.Room, CalendarTables.Room, MedicationTables.Room,
        InitiativeTables.Room, DeliveryTables.Room,
        EscalationTables.Room, ReminderTables.Room, CheckInTables.Room, JobTables.Room,
    ];

    /// <summary>What these rooms keep of people, in the order in which it is erased.</summary>
    public static IReadOnlyList<IPersonalDataHolder> Holders { get; } =
    [
        new CheckInsHolder(), new RemindersHolder(), new EscalationHolder(), new DeliveryHolder(), new MedicationHolder(), new CalendarsHolder(), new DayPlanHolder(),
        new ConsentHolder(),
    ];

    /// <summary>Registers what decides; a store, an <see cref="IMessageSender"/> and a clock come from whoever hosts it.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<IPlanSource, RoutineSource>();
        services.AddSingleton<IPlanSource, AppointmentSource>();
        services.AddSingleton<IPlanSource, DoseSource>();
        services.AddSingleton<DayPlanner>();
        services.AddSingleton<DaysAhead>();
        services.AddSingleton<PlanTheDay>();
        services.AddSingleton<WarnUncoveredDuty>();
        services.AddSingleton<ReachTesting>();
        services.AddSingleton<Watchman>();
        services.AddSingleton<EraseExpired>();
        foreach (var holder in Holders)
        {
            services.AddSingleton(holder);
        }

        services.AddSingleton<ResealOldValues>();
        services.AddSingleton<JobNotes>();
        services.AddSingleton<DueRows>();
        services.AddSingleton<AccessReads>();
        services.AddSingleton<Undelivered>(LostMessages.TellAsync);
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<TickSignal>();
        services.AddSingleton<IDueJob, WatchCheckIns>();
        services.AddSingleton<IDueJob, EndPauses>();
        services.AddSingleton<IDueJob, GoRound>();
        services.AddSingleton<IDueJob, PromptDueReminders>();
        services.AddSingleton<IDueJob, LeadThroughSteps>();
        services.AddSingleton<IDueJob, EscalateConcerns>();
        services.AddSingleton<IDueJob, SendOutbox>();
        services.AddSingleton<IDueJob, SealAccessLog>();
        services.AddSingleton<IDueJob, CheckpointLog>();
        services.TryAddSingleton<Ticker>();
        return services;
    }

    /// <summary>Starts the metronome and the timetable with the host.</summary>
    public static IServiceCollection AddSchedulingClockwork(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<Ticker>());
        services.AddHostedService(provider => provider.GetRequiredService<Watchman>());
        return services.AddTimetable();
    }
}
