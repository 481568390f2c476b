using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Channels;

/// <summary>The same file, by contexts that wait a second for a lock instead of ten.</summary>
internal sealed class ImpatientStore(StoreAddress address, StoreTables tables, KeyRing ring) : IDbContextFactory<AssistantDb>
{
    public AssistantDb CreateDbContext()
    {
        var path = address is StoreAddress.SqliteFile file ? file.Path : throw new InvalidOperationException("Only a file can be locked here.");
        var options = new DbContextOptionsBuilder<AssistantDb>().UseSqlite($"Data Source={path};Default Timeout=1").Options;
        return new AssistantDb(options, tables, ring);
    }
}

internal static class Impatience
{
    public static IServiceCollection WithLittlePatience(this IServiceCollection services) =>
        services.AddSingleton<IDbContextFactory<AssistantDb>, ImpatientStore>();
}
