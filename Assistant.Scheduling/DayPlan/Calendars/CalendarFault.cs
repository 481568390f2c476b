namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>Why a calendar could not be fetched or read.</summary>
public enum CalendarFault
{
    /// <summary>It is no web address.</summary>
    NoAddress,

    /// <summary>A name or password stands in the address, where others would read it.</summary>
    HasPassword,

    /// <summary>It leads to this machine, the house or a net that is not public, or is not by https.</summary>
    NotPermitted,

    /// <summary>Nobody answers there.</summary>
    Unreachable,

    /// <summary>There is nothing any more, or nothing that we may have.</summary>
    Refused,

    /// <summary>The server there failed.</summary>
    ServerFailed,

    /// <summary>It leads on and on.</summary>
    LeadsOn,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>It is too large.</summary>
    TooLarge,

    /// <summary>What is there is no calendar.</summary>
    NoCalendar,

    /// <summary>It holds more than a person's days.</summary>
    TooMany,

    /// <summary>The program failed on it.</summary>
    Broken,
}
