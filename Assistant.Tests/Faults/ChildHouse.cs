using System.Globalization;

namespace Assistant.Tests.Faults;

/// <summary>One house of a node, on one town's store.</summary>
internal sealed class ChildHouse(ChildNode node, string name)
{
    /// <summary>Opens a house on this town; it stands still at <paramref name="point"/>, when that is passed for the so-manieth time.</summary>
    public static async Task<ChildHouse> OpenAsync(ChildNode node, FaultTown town, DateTimeOffset now, string point = "nowhere", int passing = 1)
    {
        var (name, paper) = town.NewHouse();
        var house = new ChildHouse(node, name);
        await house.DoneAsync("open", town.Store, paper, Text(now), point, Text(passing));
        return house;
    }

    /// <summary>Does everything that is due at this moment.</summary>
    public Task<int> TickAsync(DateTimeOffset now) => DoneAsync("tick", Text(now));

    /// <summary>Ends it, as a program that is told to.</summary>
    public Task<int> CloseAsync() => DoneAsync("close");

    /// <summary>Lives on to this moment, from one waiting row to the next.</summary>
    public Task<int> LiveAsync(DateTimeOffset until) => DoneAsync("live", Text(until));

    /// <summary>Does something that its point lies in the way of: it comes to stand there.</summary>
    public async Task ComesToStandAsync(params IReadOnlyList<string> order)
    {
        var answer = await node.AskAsync(name, order);
        if (answer != "stands")
        {
            throw new InvalidOperationException($"{name} should stand still, but is {answer}: {node}");
        }
    }

    /// <summary>Does something to its end.</summary>
    /// <returns>How much it did.</returns>
    public async Task<int> DoneAsync(params IReadOnlyList<string> order)
    {
        var answer = await node.AskAsync(name, order);
        return answer.Split(' ') is ["done", var count] ? int.Parse(count, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{name} should be done, but is {answer}: {node}");
    }

    public static string Text(IFormattable value) => value.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture);
}
