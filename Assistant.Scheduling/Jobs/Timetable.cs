using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Assistant.Scheduling.Jobs;

/// <summary>The coarse timetable: what runs a few times an hour or a day, kept by Quartz.NET.</summary>
/// <remarks>No trigger stands for a reminder or a check-in: rows are the schedule. This is the only file that knows Quartz.</remarks>
public static class Timetable
{
    private const string Name = "timetable";

    /// <summary>How often the coming days are planned afresh. Default 10 min: new wishes of today are on the day in time.</summary>
    public static readonly TimeSpan Planning = TimeSpan.FromMinutes(10);

    /// <summary>How often we look whether the coming week has its duty. Default 1 h: a change is warned of the same day. (choice)</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromHours(1);

    /// <summary>How often what is past its keeping is taken away. Default once a day.</summary>
    public static readonly TimeSpan Erasing = TimeSpan.FromDays(1);

    /// <summary>How often we look for a new key. Default 15 min: soon enough to watch a rotation to its end. (choice)</summary>
    public static readonly TimeSpan Resealing = TimeSpan.FromMinutes(15);

    /// <summary>Registers the timetable and starts it with the host.</summary>
    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        // By name: a nameless scheduler that is given a clock gives that clock to the whole container.
        services.AddQuartz(Name, quartz =>
        {
            quartz.UseTimeProvider(new MachineClock());
            quartz.ScheduleJob<PlanTheDayEntry>(trigger => trigger.StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Planning).RepeatForever()));
            quartz.ScheduleJob<WarnUncoveredDutyEntry>(trigger => trigger.StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Warning).RepeatForever()));
            quartz.ScheduleJob<ReachTestingEntry>(trigger => trigger.StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Warning).RepeatForever()));
            quartz.ScheduleJob<EraseExpiredEntry>(trigger => trigger.StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Erasing).RepeatForever()));
            quartz.ScheduleJob<ResealOldValuesEntry>(trigger => trigger.StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Resealing).RepeatForever()));
        });
        return services.AddQuartzHostedService(Name, quartz => quartz.WaitForJobsToComplete = true);
    }

    [DisallowConcurrentExecution]
    private sealed class PlanTheDayEntry(PlanTheDay job, JobNotes notes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await notes.RunAsync(nameof(PlanTheDay), job.RunAsync, cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class WarnUncoveredDutyEntry(WarnUncoveredDuty job, JobNotes notes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await notes.RunAsync(nameof(WarnUncoveredDuty), job.RunAsync, cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class ReachTestingEntry(ReachTesting job, JobNotes notes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await notes.RunAsync(nameof(ReachTesting), job.RunAsync, cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class EraseExpiredEntry(EraseExpired job, JobNotes notes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await notes.RunAsync(nameof(EraseExpired), job.RunAsync, cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class ResealOldValuesEntry(ResealOldValues job, JobNotes notes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await notes.RunAsync(nameof(ResealOldValues), job.RunAsync, cancellationToken);
    }
}
