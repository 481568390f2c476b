using System.Text.Json.Serialization;

namespace Assistant.Scheduling.Medication;

/// <summary>A moment of a person's own day that a dose is tied to: a part of the day, a meal, waking or sleeping.</summary>
/// <remarks>
/// Shape in JSON: the code (<c>MORN</c>, <c>ACM</c>). Source: FHIR R4 Timing.repeat.when, code systems event-timing and
/// HL7 v3 TimingEvent. C is a meal (cibus), M breakfast (matutinus), D <b>lunch</b> (diurnus), V <b>dinner</b>
/// (vespertinus); AC before, PC after. The hours are the person's: <see cref="DayHours"/>.
/// </remarks>
public enum EventTiming
{
    /// <summary>In the morning.</summary>
    [JsonStringEnumMemberName("MORN")]
    Morning,

    /// <summary>Early in the morning.</summary>
    [JsonStringEnumMemberName("MORN.early")]
    EarlyMorning,

    /// <summary>Late in the morning.</summary>
    [JsonStringEnumMemberName("MORN.late")]
    LateMorning,

    /// <summary>Around noon.</summary>
    [JsonStringEnumMemberName("NOON")]
    Noon,

    /// <summary>In the afternoon.</summary>
    [JsonStringEnumMemberName("AFT")]
    Afternoon,

    /// <summary>Early in the afternoon.</summary>
    [JsonStringEnumMemberName("AFT.early")]
    EarlyAfternoon,

    /// <summary>Late in the afternoon.</summary>
    [JsonStringEnumMemberName("AFT.late")]
    LateAfternoon,

    /// <summary>In the evening.</summary>
    [JsonStringEnumMemberName("EVE")]
    Evening,

    /// <summary>Early in the evening.</summary>
    [JsonStringEnumMemberName("EVE.early")]
    EarlyEvening,

    /// <summary>Late in the evening.</summary>
    [JsonStringEnumMemberName("EVE.late")]
    LateEvening,

    /// <summary>At night.</summary>
    [JsonStringEnumMemberName("NIGHT")]
    Night,

    /// <summary>Once asleep.</summary>
    [JsonStringEnumMemberName("PHS")]
    AfterSleep,

    /// <summary>Before going to sleep.</summary>
    [JsonStringEnumMemberName("HS")]
    Bedtime,

    /// <summary>On waking.</summary>
    [JsonStringEnumMemberName("WAKE")]
    Waking,

    /// <summary>With each meal.</summary>
    [JsonStringEnumMemberName("C")]
    Meals,

    /// <summary>With breakfast.</summary>
    [JsonStringEnumMemberName("CM")]
    Breakfast,

    /// <summary>With lunch.</summary>
    [JsonStringEnumMemberName("CD")]
    Lunch,

    /// <summary>With dinner.</summary>
    [JsonStringEnumMemberName("CV")]
    Dinner,

    /// <summary>Before each meal.</summary>
    [JsonStringEnumMemberName("AC")]
    BeforeMeals,

    /// <summary>Before breakfast.</summary>
    [JsonStringEnumMemberName("ACM")]
    BeforeBreakfast,

    /// <summary>Before lunch.</summary>
    [JsonStringEnumMemberName("ACD")]
    BeforeLunch,

    /// <summary>Before dinner.</summary>
    [JsonStringEnumMemberName("ACV")]
    BeforeDinner,

    /// <summary>After each meal.</summary>
    [JsonStringEnumMemberName("PC")]
    AfterMeals,

    /// <summary>After breakfast.</summary>
    [JsonStringEnumMemberName("PCM")]
    AfterBreakfast,

    /// <summary>After lunch.</summary>
    [JsonStringEnumMemberName("PCD")]
    AfterLunch,

    /// <summary>After dinner.</summary>
    [JsonStringEnumMemberName("PCV")]
    AfterDinner,
}
