using Assistant.Bot.Hosting.Secrets;
using Assistant.Tests.Town;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Hosting.Secrets;

public sealed class FormKeysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("forms-").FullName;

    [Fact]
    public void A_form_of_before_a_restart_is_known_and_its_key_lies_sealed()
    {
        var form = Program().Protect("a form");

        Assert.Equal("a form", Program().Unprotect(form));
        var stored = File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*.xml")));
        Assert.Contains($"s1.{TownFile.Ring.ActiveId}.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IDataProtector Program() => new ServiceCollection().AddLogging().AddSingleton(TownFile.Ring).AddFormKeys(folder)
        .BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
