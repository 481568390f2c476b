using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Scheduling.Consent;

/// <summary>A line that was written and has not got its place in the chain yet; it gets one within a second.</summary>
/// <remarks>
/// A chain has one writer. Whoever does something with data writes here, in its own transaction and waiting for nobody;
/// one node at a time then moves what waits into the chain.
/// </remarks>
public sealed class AccessWaiting
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>On which machine.</summary>
    public required string Node { get; init; }

    /// <summary>The line. Shape: JSON of <see cref="AccessNote"/>.</summary>
    public required string Note { get; init; }

    /// <summary>A line of this moment and this machine.</summary>
    internal static AccessWaiting Of(AccessNote note, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), At = now, Node = Environment.MachineName, Note = JsonSerializer.Serialize(note, Json),
    };

    /// <summary>The line in its place.</summary>
    internal AccessEntry Placed(long sequence)
    {
        var note = JsonSerializer.Deserialize<AccessNote>(Note, Json) ?? throw new JsonException("The line is empty.");
        return new AccessEntry
        {
            Sequence = sequence,
            At = At,
            Event = note.Event,
            PersonId = note.By.Person,
            Part = note.By.Part,
            Role = note.By.Role,
            OnBehalfOf = note.By.OnBehalfOf,
            ResidentId = note.About,
            What = note.What,
            Route = note.Route,
            Node = Node,
            Purpose = note.Purpose,
            Outcome = note.Outcome,
        };
    }
}
