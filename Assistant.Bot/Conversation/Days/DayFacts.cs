using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Days;

/// <summary>Somebody's birthday on one day.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Age">How old she becomes; null where the year of birth is not known.</param>
internal sealed record BirthdayFact(string Name, int? Age);

/// <summary>What a date is, apart from what is planned on it: a holiday, birthdays, when it is light.</summary>
/// <param name="Date">The date.</param>
/// <param name="Holidays">What the date is called in her country; mostly none, and the days that are kept first.</param>
/// <param name="Birthdays">Of the people she knows, by name.</param>
/// <param name="Light">Sunrise and sunset where she lives; null where nobody filled in where that is.</param>
internal sealed record DayFacts(
    DateOnly Date, IReadOnlyList<Holiday> Holidays, IReadOnlyList<BirthdayFact> Birthdays, Daylight? Light)
{
    /// <summary>The facts of a date for somebody who lives here and knows these people. Pure.</summary>
    public static DayFacts Of(DateOnly date, Neighbourhood home, IEnumerable<Birthday> birthdays, HolidayBook holidays) => new(
        date,
        holidays.On(date, home.Country),
        [.. birthdays.Where(birthday => birthday.IsOn(date))
            .Select(birthday => new BirthdayFact(birthday.Name, birthday.AgeIn(date.Year)))
            .OrderBy(birthday => birthday.Name, StringComparer.CurrentCultureIgnoreCase)],
        home is { Latitude: { } north, Longitude: { } east } ? Daylight.Of(date, north, east) : null);
}
