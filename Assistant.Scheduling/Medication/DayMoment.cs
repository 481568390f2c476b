using System.Globalization;
using System.Text.Json;

namespace Assistant.Scheduling.Medication;

/// <summary>A moment of the day by the wall clock, with the id it keeps when its hour moves.</summary>
/// <param name="Slot">The id within the day.</param>
/// <param name="AfterMidnight">Wall-clock time since midnight of the day it belongs to; beyond 24 h in its night.</param>
internal readonly record struct DayMoment(string Slot, TimeSpan AfterMidnight)
{
    private static readonly Dictionary<EventTiming, string> Codes = Enum.GetValues<EventTiming>()
        .ToDictionary(when => when, when => JsonSerializer.SerializeToElement(when, DosageJson.Options).GetString() ?? "");

    public static DayMoment AtTime(TimeOnly time) =>
        new(time.ToString(time.Second == 0 ? "HHmm" : "HHmmss", CultureInfo.InvariantCulture), time.ToTimeSpan());

    public static DayMoment AtEvent(EventTiming when, TimeSpan? offset, DayHours hours) =>
        new(Codes[when], hours.At(when, offset));

    /// <summary>"1of3" and on.</summary>
    public static DayMoment[] Spread(IReadOnlyList<TimeOnly> times) =>
        [.. times.Select((time, i) => new DayMoment(Slots(i, times.Count), time.ToTimeSpan()))];

    /// <summary>From waking until bedtime.</summary>
    public static DayMoment[] Every(TimeSpan interval, DayHours hours)
    {
        var last = hours.At(EventTiming.Bedtime, null);
        var count = (int)Math.Max(1, (last - hours.Wake.ToTimeSpan()) / interval + 1);
        return [.. Enumerable.Range(0, count)
            .Select(i => new DayMoment(Slots(i, count), hours.Wake.ToTimeSpan() + interval * i))];
    }

    /// <summary>"With each meal" is three moments.</summary>
    public static IEnumerable<EventTiming> Meals(EventTiming when) => when switch
    {
        EventTiming.Meals => [EventTiming.Breakfast, EventTiming.Lunch, EventTiming.Dinner],
        EventTiming.BeforeMeals => [EventTiming.BeforeBreakfast, EventTiming.BeforeLunch, EventTiming.BeforeDinner],
        EventTiming.AfterMeals => [EventTiming.AfterBreakfast, EventTiming.AfterLunch, EventTiming.AfterDinner],
        _ => [when],
    };

    private static string Slots(int index, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1}of{count}");
}
