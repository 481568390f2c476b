using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Delivery;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Something a person was told.</summary>
internal sealed record HeardMessage(OutboundMessage Message, string At)
{
    public string Key => Message.Saying.Key;

    public IReadOnlyList<string> Choices => Message.Saying.Choices;

    public Guid Subject => Message.Saying.Subject ?? throw new XunitException($"{Key} is about nothing.");

    public string this[string value] => Message.Saying.Values[value];

    public override string ToString() =>
        $"{At} {Key} {string.Join(' ', Message.Saying.Values.Select(v => $"{v.Key}={v.Value}"))} [{string.Join(' ', Choices)}]";
}

/// <summary>One person's telephone: it keeps what arrives, and every message must be expected.</summary>
internal sealed class Phone(string name, FakeClock clock)
{
    private readonly Lock gate = new();
    private readonly List<HeardMessage> heard = [];
    private readonly HashSet<string> ofAnotherStory = [];
    private int expected;

    /// <summary>What a send to this telephone comes to; null takes the message.</summary>
    public Func<OutboundMessage, CancellationToken, Task<DeliveryOutcome>>? Answers { get; set; }

    /// <summary>Everything that ever arrived, the first first.</summary>
    public IReadOnlyList<HeardMessage> All
    {
        get
        {
            lock (gate)
            {
                return [.. heard];
            }
        }
    }

    /// <summary>What arrived and nobody asked for.</summary>
    public IReadOnlyList<HeardMessage> Unexpected => [.. Told.Skip(expected)];

    private IReadOnlyList<HeardMessage> Told => [.. All.Where(m => !ofAnotherStory.Contains(m.Key))];

    /// <summary>The next message that arrived must be this one.</summary>
    public HeardMessage Expect(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var next = Unexpected is [var first, ..] ? first : null;
        if (next?.Key != key)
        {
            throw new XunitException($"{name} should have heard {key}, but heard {next?.ToString() ?? "nothing"}.{Environment.NewLine}{this}");
        }

        foreach (var (value, wanted) in values)
        {
            Assert.Equal(wanted, next[value]);
        }

        expected++;
        return next;
    }

    /// <summary>Everything that arrived until now was meant to arrive, whatever it was.</summary>
    public void ExpectAnything() => expected = Told.Count;

    /// <summary>What these say belongs to another story, and is tested there.</summary>
    public void LetPass(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            ofAnotherStory.Add(key);
        }
    }

    public async Task<DeliveryOutcome> ReceiveAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (Answers is { } answers && await answers(message, cancellationToken) is not DeliveryOutcome.Accepted and var outcome)
        {
            return outcome;
        }

        var at = HomeTimeZone.Of(SmallTown.ZoneId).LocalOf(clock.GetUtcNow());
        lock (gate)
        {
            heard.Add(new HeardMessage(message, $"{at:ddd HH:mm:ss}"));
        }

        return new DeliveryOutcome.Accepted(null, message.Saying.Key);
    }

    public override string ToString() =>
        string.Join(Environment.NewLine, Told.Select((m, i) => $"  {name}{(i < expected ? "" : " (unexpected)")}: {m}"));
}
