using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Runs a job of the timetable and notes its end, so that somebody can ask when it last ran.</summary>
internal sealed class JobNotes(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    public async Task RunAsync(string name, Func<CancellationToken, Task<int>> job, CancellationToken cancellationToken)
    {
        await job(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await JobRun.NoteAsync(db, name, clock.GetUtcNow(), cancellationToken);
    }
}
