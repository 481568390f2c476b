using System.CommandLine;
using Assistant.Bot.Commands.Doctor;
using Assistant.Bot.Hosting;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary><c>doctor</c>: looks at everything, changes nothing; a line for each thing, the worst one is the exit status.</summary>
/// <remarks>Beside a running server as well as without one.</remarks>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Looks at the store, the keys, the channels and the work; exit status 0, 1 (look) or 2 (wrong).")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var worst = Verdict.Ok;
            await foreach (var finding in LookAsync(OperatorHouse.Settings(parsed.UnmatchedTokens), terminal.Clock.GetUtcNow()).WithCancellation(cancellationToken))
            {
                await terminal.Output.WriteLineAsync(finding.ToString());
                worst = finding.Verdict > worst ? finding.Verdict : worst;
            }

            return (int)worst;
        });
        return command;
    }

    private static async IAsyncEnumerable<Finding> LookAsync(IConfiguration settings, DateTimeOffset now)
    {
        yield return MachineChecks.Clock(now);
        foreach (var finding in MachineChecks.Programs().Concat(MachineChecks.Channels(settings)))
        {
            yield return finding;
        }

        var (house, keys, complaint) = Open(settings, now);
        if (complaint is not null)
        {
            yield return complaint;
        }

        if (house is null)
        {
            yield break;
        }

        foreach (var finding in keys)
        {
            yield return finding;
        }

        await foreach (var finding in OrComplaintAsync(OfStoreAsync(house, complaint is null, now), house.Place.Address))
        {
            yield return finding;
        }
    }

    // Without its keys there is still a store to look at, by keys that open nothing.
    private static (OperatorHouse? House, IEnumerable<Finding> Keys, Finding? Complaint) Open(IConfiguration settings, DateTimeOffset now)
    {
        OperatorHouse? house = null;
        try
        {
            var place = OperatorHouse.PlaceOf(settings);
            house = new OperatorHouse(settings, place, new KeyPlace(KeyRing.Parse(KeyRing.NewText(now)), null, null));
            house = house with { Keys = KeyPlace.Of(settings, place, now) };
            return (house, KeyChecks.OfPlace(house.Keys), null);
        }
        catch (StartupFault fault)
        {
            return (house, [], Finding.Wrong(fault));
        }
    }

    private static async IAsyncEnumerable<Finding> OfStoreAsync(OperatorHouse house, bool hasKeys, DateTimeOffset now)
    {
        await using var db = await house.Contexts.CreateDbContextAsync();
        var version = await StoreChecks.VersionAsync(db, house.Place.Address, default);
        yield return version;
        if (version.Verdict is not Verdict.Ok)
        {
            yield break;
        }

        await foreach (var finding in StoreChecks.LookAsync(db, house))
        {
            yield return finding;
        }

        if (hasKeys)
        {
            await foreach (var finding in KeyChecks.OfStoreAsync(db))
            {
                yield return finding;
            }

            yield return await AccessLogCommand.FindingAsync(db, default);
        }

        yield return await MachineChecks.ClockAsync(db, now);
        await foreach (var finding in WorkChecks.LookAsync(db, now))
        {
            yield return finding;
        }
    }

    // What stops the looking is a finding itself.
    private static async IAsyncEnumerable<Finding> OrComplaintAsync(IAsyncEnumerable<Finding> findings, StoreAddress store)
    {
        await using var each = findings.GetAsyncEnumerator();
        while (true)
        {
            Finding? complaint = null;
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception fault) when (StoreComplaint.Of(fault, store) is { } told)
            {
                complaint = Finding.Wrong(told);
            }

            yield return complaint ?? each.Current;
            if (complaint is not null)
            {
                yield break;
            }
        }
    }
}
