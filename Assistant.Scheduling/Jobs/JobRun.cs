using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>When a job of the timetable last came to its end, on whichever node.</summary>
public sealed class JobRun
{
    /// <summary>The job.</summary>
    public required string Name { get; init; }

    /// <summary>When it ended well.</summary>
    public required DateTimeOffset EndedAt { get; set; }

    /// <summary>How often each job ought to run.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Every { get; } = new Dictionary<string, TimeSpan>
    {
        [nameof(PlanTheDay)] = Timetable.Planning,
        [nameof(WarnUncoveredDuty)] = Timetable.Warning,
        [nameof(ReachTesting)] = Timetable.Warning,
        [nameof(EraseExpired)] = Timetable.Erasing,
        [nameof(ResealOldValues)] = Timetable.Resealing,
    };

    /// <summary>Notes that a job came to its end.</summary>
    internal static async Task NoteAsync(AssistantDb db, string name, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "JobRuns" ("Name", "EndedAt") VALUES ({name}, {Conversions.ToMicroseconds(now)})
            ON CONFLICT ("Name") DO UPDATE SET "EndedAt" = excluded."EndedAt"
            """,
            cancellationToken);
}
