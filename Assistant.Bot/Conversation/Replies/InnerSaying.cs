using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>A saying as a value of another one: a line of a list, a remark that is only sometimes made.</summary>
/// <remarks>Shape of the value: <c>=key</c>, then <c>name=value</c> after a tab each; several have a line each.</remarks>
internal static class InnerSaying
{
    /// <summary>The same, with a saying as a value.</summary>
    public static Saying With(this Saying saying, string name, Saying inner) => saying.With(name, inner.AsValue());

    /// <summary>The same, with several sayings as one value.</summary>
    public static Saying With(this Saying saying, string name, IEnumerable<Saying> inner) =>
        saying.WithEach(name, inner);

    /// <summary>Whether a value is a saying, and which.</summary>
    public static Saying? Read(string value)
    {
        if (!value.StartsWith('='))
        {
            return null;
        }

        var parts = value[1..].Split('\t');
        return parts.Skip(1)
            .Select(part => part.Split('=', 2))
            .Aggregate(Saying.Of(parts[0]), (saying, pair) => saying.With(pair[0], pair[1]));
    }
}
