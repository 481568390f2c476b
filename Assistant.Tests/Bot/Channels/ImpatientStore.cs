using System.Diagnostics;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Channels;

/// <summary>The same store, by contexts that wait a second for a lock instead of ten.</summary>
internal sealed class ImpatientStore(StoreAddress address, StoreTables tables, KeyRing ring) : IDbContextFactory<AssistantDb>
{
    public AssistantDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<AssistantDb>();
        _ = address switch
        {
            StoreAddress.SqliteFile file => options.UseSqlite($"Data Source={file.Path};Default Timeout=1"),
            StoreAddress.Postgres server => StoreSetup.Use(
                options, new StoreAddress.Postgres($"{server.ConnectionString};Pooling=False;Options=-c lock_timeout=1s")),
            _ => throw new UnreachableException(),
        };
        return new AssistantDb(options.Options, tables, ring);
    }
}

internal static class Impatience
{
    public static IServiceCollection WithLittlePatience(this IServiceCollection services) =>
        services.AddSingleton<IDbContextFactory<AssistantDb>, ImpatientStore>();
}
