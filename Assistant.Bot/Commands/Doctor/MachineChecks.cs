using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Channels.WhatsApp;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Commands.Doctor;

/// <summary>The machine and its settings: channels, clock, programs. Nobody is called.</summary>
internal static class MachineChecks
{
    /// <remarks>The release this program was made for is younger than this.</remarks>
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(5);

    public static IEnumerable<Finding> Channels(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddSingleton(configuration).AddLogging().AddBotFramework().AddWhatsApp().BuildServiceProvider();
        yield return Channel("Bot Framework", () => services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.IsRegistered);
        yield return Channel("WhatsApp", () => services.GetRequiredService<IOptions<WhatsAppOptions>>().Value.IsConfigured);
    }

    public static IEnumerable<Finding> Programs()
    {
        yield return OnPath("espeak-ng")
            ? Finding.Ok("espeak-ng is there to read aloud.")
            : Finding.Look("espeak-ng is not there, so nothing is read aloud.", "Debian: apt-get install espeak-ng.");
        yield return OnPath("ffmpeg")
            ? Finding.Ok("ffmpeg is there for spoken messages.")
            : Finding.Look("ffmpeg is not there, so spoken messages cannot be turned into other formats.", "Debian: apt-get install ffmpeg.");
    }

    public static Finding Clock(DateTimeOffset now) => now < Earliest
        ? Finding.Wrong($"This machine believes it is {now:yyyy-MM-dd}.", "Set its clock, and let it follow a time server.")
        : Finding.Ok($"This machine believes it is {now.UtcDateTime:yyyy-MM-dd HH:mm}Z.");

    /// <summary>A clock that was set back shows by rows from the future; one of another machine by asking it.</summary>
    public static async Task<Finding> ClockAsync(AssistantDb db, DateTimeOffset now)
    {
        var newest = await db.Set<OutboundMessage>().MaxAsync(m => (DateTimeOffset?)m.CreatedAt);
        if (newest > now + Drift)
        {
            return Finding.Wrong(
                $"The newest message is of {newest.Value.UtcDateTime:yyyy-MM-dd HH:mm}Z, which is still to come.", "The clock was set back: set it right before the server runs.");
        }

        if (!db.Database.IsNpgsql())
        {
            return Finding.Ok("No message is from the future.");
        }

        var theirs = await db.Database.SqlQueryRaw<long>("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS \"Value\"").SingleAsync();
        var apart = (Conversions.FromMicroseconds(theirs) - now).Duration();
        return apart > Drift
            ? Finding.Look($"The server's clock and ours are {apart.TotalSeconds:0} seconds apart.", "Let both follow a time server.")
            : Finding.Ok("No message is from the future, and the server's clock agrees.");
    }

    private static Finding Channel(string name, Func<bool> isConfigured)
    {
        try
        {
            return Finding.Ok(isConfigured() ? $"{name} is configured completely." : $"{name} is not configured.");
        }
        catch (OptionsValidationException fault)
        {
            return new Finding(Verdict.Wrong, fault.Message);
        }
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)));
}
