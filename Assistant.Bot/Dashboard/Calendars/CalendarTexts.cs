namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>Names the resource files with the words of the calendar pages.</summary>
internal sealed class CalendarTexts;
