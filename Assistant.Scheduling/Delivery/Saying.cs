using System.Text.Json.Serialization;
using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.Delivery;

/// <summary>Something to be said: a key of the phrase files, what goes into it, and the answers it offers.</summary>
/// <remarks>No sentence lives here. Values are culture-free: times as ISO 8601 with offset, other keys after <c>=</c>.</remarks>
public sealed record Saying
{
    /// <summary>The value that is said before everything, whatever the words.</summary>
    public const string Opening = "opening";

    private const string Resident = "resident";

    /// <summary>The key of the words (<c>reminder.prompt</c>).</summary>
    public required string Key { get; init; }

    /// <summary>What goes into the words, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The answers it offers, at most three. Each is a choice key of the phrase files (<c>taken</c>).</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The question it leaves open (<c>medication.taken?</c>); null when it asks nothing.</summary>
    public string? Question { get; init; }

    /// <summary>What the question is about: a thing of the day, a concern. Travels with every choice.</summary>
    public Guid? Subject { get; init; }

    /// <summary>What it tells of a resident to somebody else; null where it names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ground? Tells { get; init; }

    /// <summary>Whether it names a resident to whoever hears it.</summary>
    [JsonIgnore]
    public bool NamesAResident => Values.ContainsKey(Resident);

    /// <summary>A saying without values.</summary>
    public static Saying Of(string key) => new() { Key = key };

    /// <summary>The same, with one more value.</summary>
    public Saying With(string name, string value) =>
        this with { Values = new Dictionary<string, string>(Values) { [name] = value } };

    /// <summary>The same, naming a resident to somebody else: on what ground is part of it.</summary>
    public Saying Naming(string resident, Ground tells) => With(Resident, resident) with { Tells = tells };

    /// <summary>The same, with a moment as a value.</summary>
    public Saying With(string name, DateTimeOffset at) => With(name, at.ToString("O"));

    /// <summary>The same, with several sayings as one value.</summary>
    public Saying WithEach(string name, IEnumerable<Saying> several) => With(name, string.Join('\n', several.Select(one => one.AsValue())));

    /// <summary>This as a value of another saying. Shape: <c>=key</c>, then <c>name=value</c> after a tab each.</summary>
    public string AsValue() =>
        string.Join('\t', Values.Select(value => $"{value.Key}={OneLine(value.Value)}").Prepend($"={Key}"));

    /// <summary>The same, as a question about something with the answers it offers.</summary>
    public Saying Asking(string question, Guid subject, params IReadOnlyList<string> choices) =>
        this with { Question = question, Subject = subject, Choices = choices };

    // What people wrote themselves may hold anything.
    private static string OneLine(string value) => value.Replace('\t', ' ').Replace('\n', ' ');
}
