using System.Text;
using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Hosting.Rehearsal;

/// <summary>An answer somebody will give.</summary>
internal sealed record RehearsedAnswer(DateTimeOffset At, string Channel, string Address, RenderedChoice Choice);

/// <summary>How somebody of a rehearsal asks for a pill as needed.</summary>
/// <param name="Asks">What she says first.</param>
/// <param name="Which">What she is then asked.</param>
/// <param name="Name">What she answers.</param>
internal sealed record AsNeededTalk(RenderedChoice Asks, string Which, RenderedChoice Name);

/// <summary>How people of a rehearsal answer: mostly soon and well, sometimes late, sometimes not at all.</summary>
/// <remarks>
/// Now and then somebody asks whether a pill as needed may be taken. What somebody does follows from the seed, the person, the moment and the words alone, so that the same seed is the
/// same week whatever order things are sent in.
/// </remarks>
internal sealed class RehearsedPeople(int seed, AsNeededTalk asNeeded)
{
    private const string Taken = "medication.taken";

    private readonly List<RehearsedAnswer> coming = [];

    /// <summary>When the next answer comes; null when nobody is about to say anything.</summary>
    public DateTimeOffset? NextAt => coming.Count == 0 ? null : coming.Min(answer => answer.At);

    /// <summary>Lets the receiver make up her mind.</summary>
    public void Hear(Received received)
    {
        if (received.Message.Text.Contains(asNeeded.Which, StringComparison.Ordinal))
        {
            coming.Add(new RehearsedAnswer(received.At.AddMinutes(1), received.Where.Channel, received.Where.Address, asNeeded.Name));
        }

        if (received.Message.Choices.Count == 0)
        {
            return;
        }

        var luck = Luck(received);
        if (luck(100) < 20)
        {
            return;
        }

        var choice = luck(100) < 85 ? 0 : luck(received.Message.Choices.Count);
        var answer = received.At.AddMinutes(1 + luck(12));
        coming.Add(new RehearsedAnswer(answer, received.Where.Channel, received.Where.Address, received.Message.Choices[choice]));
        if (luck(100) < 5 && received.Message.Choices.Any(c => c.Value.StartsWith(Taken, StringComparison.Ordinal)))
        {
            coming.Add(new RehearsedAnswer(answer.AddMinutes(10), received.Where.Channel, received.Where.Address, asNeeded.Asks));
        }
    }

    /// <summary>The answers that are given by now, the first first.</summary>
    public IReadOnlyList<RehearsedAnswer> TakeUntil(DateTimeOffset now)
    {
        var given = coming.Where(answer => answer.At <= now).OrderBy(a => a.At).ThenBy(a => a.Address, StringComparer.Ordinal).ToList();
        coming.RemoveAll(given.Contains);
        return given;
    }

    // A linear congruential generator (Knuth, MMIX) on an FNV-1a hash: the same on every machine and runtime.
    private Func<int, int> Luck(Received received)
    {
        var state = 14695981039346656037UL ^ (ulong)seed;
        var choices = string.Join('|', received.Message.Choices.Select(choice => choice.Title));
        foreach (var letter in Encoding.UTF8.GetBytes($"{received.Where.Address}{received.At:O}{choices}"))
        {
            state = (state ^ letter) * 1099511628211UL;
        }

        return below =>
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)below);
        };
    }
}
