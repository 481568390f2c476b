using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>A choice that has a subject and words of its own: "which one?" offers the ones there are.</summary>
/// <remarks>Shape in a saying: <c>intent#subject|label</c>; the label is a value, so it may be a key after <c>=</c>.</remarks>
internal sealed record OwnChoice(ChoiceValue Value, string Label)
{
    public override string ToString() => $"{Value}|{Label}";

    /// <summary>The choice, or null where it is a plain intent.</summary>
    public static OwnChoice? TryParse(string choice)
    {
        var bar = choice.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && ChoiceValue.TryParse(choice[..bar]) is { } value ? new OwnChoice(value, choice[(bar + 1)..]) : null;
    }
}
