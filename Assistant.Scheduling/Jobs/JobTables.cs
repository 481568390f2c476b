using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>How the jobs' own notes are stored.</summary>
public static class JobTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model =>
        {
            model.Entity<SetAsideRow>().ToTable("SetAsideRows").HasIndex(r => r.RowId);
            model.Entity<JobRun>().ToTable("JobRuns").HasKey(r => r.Name);
        });
}
