using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Days;

/// <summary>What a date is, as lines to be said.</summary>
internal static class FactLines
{
    /// <summary>Birthdays first, then the holiday that is kept; mostly nothing.</summary>
    public static IReadOnlyList<Saying> Lines(this DayFacts facts) =>
    [
        .. facts.Birthdays.Select(one => one.Age is { } age
            ? Saying.Of("day.birthday_age").With("who", one.Name).With("age", $"{age}")
            : Saying.Of("day.birthday").With("who", one.Name)),
        .. facts.Holidays.Take(1).Select(holiday => Saying.Of("day.holiday").With("name", holiday.Name)),
    ];
}
