using System.Text.Json.Serialization;

namespace Assistant.Scheduling.Medication;

/// <summary>A unit of time as prescriptions write it.</summary>
/// <remarks>
/// Shape in JSON: the UCUM code (<c>h</c>, <c>wk</c>). Source: FHIR R4 value set units-of-time. Hours and days differ:
/// 8 h is eight hours by the instant, a third of a day is a moment by the wall clock.
/// </remarks>
public enum PeriodUnit
{
    /// <summary>Seconds.</summary>
    [JsonStringEnumMemberName("s")]
    Second,

    /// <summary>Minutes.</summary>
    [JsonStringEnumMemberName("min")]
    Minute,

    /// <summary>Hours, by the instant.</summary>
    [JsonStringEnumMemberName("h")]
    Hour,

    /// <summary>Calendar days of 23, 24 or 25 hours.</summary>
    [JsonStringEnumMemberName("d")]
    Day,

    /// <summary>Weeks of seven calendar days.</summary>
    [JsonStringEnumMemberName("wk")]
    Week,

    /// <summary>Calendar months.</summary>
    [JsonStringEnumMemberName("mo")]
    Month,

    /// <summary>Calendar years.</summary>
    [JsonStringEnumMemberName("a")]
    Year,
}
