using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands.Doctor;

/// <summary>The keys: who may read them, and whether they open every value. Nothing is ever written here.</summary>
internal static class KeyChecks
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> OfPlace(KeyPlace keys)
    {
        if (keys.Path is not { } path)
        {
            yield return Finding.Ok($"The keys stand in Secrets:Keys; '{keys.Ring.ActiveId}' seals.");
        }
        else if (keys.NewText is not null)
        {
            yield return Finding.Look($"There is no key file {path} yet.", "The first start makes it; or restore it from your backup.");
        }
        else
        {
            yield return Finding.Ok($"The key file {path} can be read; '{keys.Ring.ActiveId}' seals.");
            yield return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
                ? Finding.Wrong("Others on this machine may read or write the key file.", $"chmod 600 {path}")
                : Finding.Ok("Only its owner may read it.");
        }
    }

    public static async IAsyncEnumerable<Finding> OfStoreAsync(AssistantDb db)
    {
        var complaint = await SealingKey.ComplaintAsync(db, default);
        yield return complaint is null
            ? Finding.Ok("The keys are those of this store.")
            : Finding.Wrong(complaint, "Restore the key file from your backup and point Secrets:KeyFile at it; leave the store as it is.");

        var counts = await SealedSurvey.ReadAsync(db, default);
        foreach (var key in counts.GroupBy(count => count.KeyId).OrderBy(key => key.Key, StringComparer.Ordinal))
        {
            yield return OfKey(db, key.Key, [.. key]);
        }
    }

    private static Finding OfKey(AssistantDb db, string? id, List<SealedCount> counts)
    {
        var values = counts.Sum(count => count.Values);
        var closed = counts.Sum(count => count.Closed);
        return (id, closed) switch
        {
            (null, _) => Finding.Wrong($"{values} values are not sealed: {SealedSurvey.Closed(counts)}.", "Somebody wrote them past the program; ask who."),
            (_, 0) when id == db.Ring.ActiveId => Finding.Ok($"The key '{id}' opens all of its {values} values."),
            (_, 0) => Finding.Look(
                $"The older key '{id}' opens all of its {values} values.", "They are sealed afresh while the server runs; keep its line until then."),
            _ => Finding.Wrong(
                $"{closed} of {values} values sealed with '{id}' do not open: {SealedSurvey.Closed(counts)}.",
                "They stay as they are; restore the line of this key from your backup."),
        };
    }
}
