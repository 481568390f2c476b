using System.Collections.Immutable;

namespace Assistant.Scheduling.Calendar;

/// <summary>What a rule says, part by part. A set of small numbers is a bit mask (bit n = number n); none set = not said.</summary>
/// <remarks>Source: RFC 5545 §3.3.10.</remarks>
internal sealed record RecurrenceParts
{
    public RecurrenceFrequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public long? Count { get; init; }

    public RecurrenceEnd? Until { get; init; }

    public ulong Seconds { get; init; }

    public ulong Minutes { get; init; }

    public ulong Hours { get; init; }

    public ulong Months { get; init; }

    public ulong MonthDays { get; init; }

    /// <summary>Bit 1 is the last day of the month, bit 2 the one before.</summary>
    public ulong MonthDaysFromEnd { get; init; }

    /// <summary>Bit 0 is Sunday, as in <see cref="DayOfWeek"/>.</summary>
    public uint WeekDays { get; init; }

    public ImmutableArray<OrdinalDay> OrdinalDays { get; init; } = [];

    public ImmutableArray<int> YearDays { get; init; } = [];

    public ImmutableArray<int> Weeks { get; init; } = [];

    public ImmutableArray<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>An ordinal counts within the month, not the year.</summary>
    public bool OrdinalsWithinMonth => Frequency == RecurrenceFrequency.Monthly || Months != 0;

    /// <summary>No part leaves any date out.</summary>
    public bool AllowsEveryDay => !SaysWhichDays && Weeks.IsEmpty && Months == 0;

    private bool SaysWhichDays => SaysWhichDates || WeekDays != 0 || !OrdinalDays.IsEmpty;

    private bool SaysWhichDates => MonthDays != 0 || MonthDaysFromEnd != 0 || !YearDays.IsEmpty;

    /// <summary>The rule with everything it leaves open taken from its first moment.</summary>
    /// <remarks>
    /// 1. The clock: what is shorter than the period and not said comes from the start; what the period is or holds
    ///    and is not said is free. 2. A number before a weekday means something in a month or a year only; in a week
    ///    or a day it is that weekday. 3. Which days: as in §3.3.10, "derived from the Start Time".
    /// </remarks>
    public RecurrenceParts CompletedBy(DateTime start)
    {
        var clock = this with
        {
            Seconds = Or(Seconds, RecurrenceFrequency.Secondly, start.Second),
            Minutes = Or(Minutes, RecurrenceFrequency.Minutely, start.Minute),
            Hours = Or(Hours, RecurrenceFrequency.Hourly, start.Hour),
        };
        return clock.WithPlainWeekDays().WithDaysOf(start);
    }

    private ulong Or(ulong said, RecurrenceFrequency free, int ofStart) =>
        said != 0 ? said : Frequency <= free ? ulong.MaxValue : 1UL << ofStart;

    private RecurrenceParts WithPlainWeekDays() =>
        Frequency < RecurrenceFrequency.Monthly || !Weeks.IsEmpty
            ? this with
            {
                WeekDays = OrdinalDays.Aggregate(WeekDays, (days, day) => days | (1u << (int)day.Day)),
                OrdinalDays = [],
            }
            : this;

    private RecurrenceParts WithDaysOf(DateTime start) => Frequency switch
    {
        _ when SaysWhichDays => this,
        RecurrenceFrequency.Yearly when !Weeks.IsEmpty => this with { WeekDays = 1u << (int)start.DayOfWeek },
        _ when !Weeks.IsEmpty => this,
        RecurrenceFrequency.Yearly => this with
        {
            MonthDays = 1UL << start.Day,
            Months = Months != 0 ? Months : 1UL << start.Month,
        },
        RecurrenceFrequency.Monthly => this with { MonthDays = 1UL << start.Day },
        RecurrenceFrequency.Weekly => this with { WeekDays = 1u << (int)start.DayOfWeek },
        _ => this,
    };
}

/// <summary>The n-th such weekday of a month or a year; negative counts from its end.</summary>
internal readonly record struct OrdinalDay(int Ordinal, DayOfWeek Day);
