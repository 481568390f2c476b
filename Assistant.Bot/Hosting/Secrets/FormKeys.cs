using System.Xml.Linq;
using Assistant.Scheduling.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>Keeps the keys of forms and cookies in the store, so that a restart and every other node know them.</summary>
/// <remarks>The column is sealed, and is sealed afresh with all others when the ring gets a new key.</remarks>
internal sealed class FormKeys(IDbContextFactory<AssistantDb> contexts, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<FormKey>().AsNoTracking().OrderBy(key => key.Id).ToList().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.Add(new FormKey
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        db.SaveChanges();
    }
}

/// <summary>Puts the keys of forms in place.</summary>
internal static class FormKeysSetup
{
    public static IServiceCollection AddFormKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Assistant");
        services.AddSingleton<FormKeys>().AddOptions<KeyManagementOptions>().Configure<FormKeys>((options, keys) => options.XmlRepository = keys);
        // It warns of keys that lie open; it cannot see that the column is sealed.
        return services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }
}
