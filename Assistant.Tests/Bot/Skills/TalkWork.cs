using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

/// <summary>What is done beside a talk: on a page, or by the clock.</summary>
internal static class TalkWork
{
    /// <summary>One unit of work, as a page would do it.</summary>
    public static async Task<T> InOneTransactionAsync<T>(this Talk talk, Func<AssistantDb, Task<T>> work)
    {
        await using var db = await talk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }
}
