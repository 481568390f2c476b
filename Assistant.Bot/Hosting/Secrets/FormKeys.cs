using Assistant.Scheduling.Store.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>The keys by which forms and cookies are known as ours: kept in a folder, sealed by the ring.</summary>
internal static class FormKeys
{
    public static IServiceCollection AddFormKeys(this IServiceCollection services, string folder)
    {
        services.AddDataProtection().SetApplicationName("Assistant").PersistKeysToFileSystem(new DirectoryInfo(folder));
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlEncryptor = new SealedXml(ring));
        return services;
    }
}
