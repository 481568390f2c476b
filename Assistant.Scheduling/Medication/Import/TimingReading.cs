using System.Globalization;
using System.Text.Json;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads FHIR's Timing.</summary>
internal sealed class TimingReading(FhirValues values)
{
    private static readonly Dictionary<string, EventTiming> Moments = Enum.GetValues<EventTiming>()
        .ToDictionary(when => JsonSerializer.SerializeToElement(when, DosageJson.Options).GetString() ?? "", when => when);

    private static readonly string[] Times = ["HH:mm:ss", "HH:mm:ss.FFFFFFF", "HH:mm"];

    private static readonly Dictionary<string, DayOfWeek> Days = new(StringComparer.Ordinal)
    {
        ["mon"] = DayOfWeek.Monday, ["tue"] = DayOfWeek.Tuesday, ["wed"] = DayOfWeek.Wednesday, ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday, ["sat"] = DayOfWeek.Saturday, ["sun"] = DayOfWeek.Sunday,
    };

    public Timing? Read(FhirNode? timing)
    {
        if (timing is null)
        {
            return null;
        }
        ModifierExtensions.WithholdUnknown(timing, values.Findings);
        var events = timing.All("event").Select(at => Event(timing, at)).OfType<DateTime>().ToList();
        return new Timing { Events = events, Repeat = timing["repeat"] is { } repeat ? Repeat(repeat) : Code(timing) };
    }

    private DateTime? Event(FhirNode timing, FhirNode at)
    {
        var alone = new FhirNode(timing.Path, null);
        alone.Add("event", at);
        return values.Moment(alone, "event") is { } moment
            ? moment.First.ToDateTime(moment.Time ?? DayHours.Default.Morning)
            : null;
    }

    private Repeat? Code(FhirNode timing)
    {
        var codes = timing["code"]?.All("coding").Select(coding => coding.Text("code")).OfType<string>().ToList() ?? [];
        var known = codes.Select(TimingCodes.Find).FirstOrDefault(repeat => repeat is not null);
        if (known is not null)
        {
            values.Findings.Confirm("timing-code", $"{timing.Path}.code",
                "The code leaves the hours to the institution; planned by the person's own day. Confirm the hours.");
        }
        return known;
    }

    private Repeat Repeat(FhirNode node)
    {
        WarnOfExtensions(node);
        return new Repeat
        {
            Bounds = Bounds(node),
            Count = values.Whole(node, "count"),
            CountMax = values.Whole(node, "countMax"),
            Duration = Duration(node, "duration"),
            DurationMax = Duration(node, "durationMax"),
            Frequency = values.Whole(node, "frequency"),
            FrequencyMax = values.Whole(node, "frequencyMax"),
            Period = values.Decimal(node, "period"),
            PeriodMax = values.Decimal(node, "periodMax"),
            PeriodUnit = values.Unit(node, "periodUnit"),
            DaysOfWeek = [.. node.All("dayOfWeek").Select(Day).OfType<DayOfWeek>()],
            TimesOfDay = [.. node.All("timeOfDay").Select(Time).OfType<TimeOnly>()],
            When = [.. node.All("when").Select(When).OfType<EventTiming>()],
            Offset = values.Whole(node, "offset") is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Exact = node.Extensions("/timing-exact").Any(exact => exact.Text("valueBoolean") == "true"),
        };
    }

    private void WarnOfExtensions(FhirNode node)
    {
        foreach (var extension in node.All("extension").Except(node.Extensions("/timing-exact")))
        {
            values.Findings.Confirm("timing-extension", extension.Path,
                $"Says more about the time than is understood here ({extension.Text("url")}). Read it and confirm.");
        }
        ModifierExtensions.WithholdUnknown(node, values.Findings);
    }

    private TimeLength? Duration(FhirNode node, string name) =>
        values.Decimal(node, name) is { } value && values.Unit(node, "durationUnit") is { } unit
            ? new TimeLength(value, unit)
            : null;

    private Bounds? Bounds(FhirNode node)
    {
        var range = node["boundsRange"];
        var bounds = Period(node["boundsPeriod"]) with
        {
            Length = values.Length(node["boundsDuration"]) ?? values.Length(range?["low"]),
            LongestLength = values.Length(range?["high"]),
        };
        return bounds == new Bounds() ? null : bounds;
    }

    /// <summary>A Period: start and inclusive end.</summary>
    public Bounds Period(FhirNode? period)
    {
        var start = values.Moment(period, "start");
        var end = values.Moment(period, "end");
        if (start?.IsPartial == true || end?.IsPartial == true)
        {
            values.Findings.Confirm("date-partial", period?.Path ?? "",
                "The day is not given. Confirm the first and the last day.");
        }
        if (start is { } from && end is { } to && to.LastMoment < from.FirstMoment)
        {
            values.Findings.Wrong("end-before-start", $"{period?.Path}.end",
                "The end is before the start. Correct one of them.");
        }
        return new Bounds { Start = start?.First, StartTime = start?.StartTime, End = end?.Last, EndTime = end?.EndTime };
    }

    private DayOfWeek? Day(FhirNode node)
    {
        if (Days.TryGetValue(node.Value ?? "", out var day))
        {
            return day;
        }
        values.Findings.Wrong("day-of-week", node.Path,
            "Not a day of the week. Use mon, tue, wed, thu, fri, sat or sun.");
        return null;
    }

    private TimeOnly? Time(FhirNode node)
    {
        if (TimeOnly.TryParseExact(node.Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }
        values.Findings.Wrong("time-of-day", node.Path, "Not a time of the day. Write it as 08:00:00.");
        return null;
    }

    private EventTiming? When(FhirNode node)
    {
        if (Moments.TryGetValue(node.Value ?? "", out var when))
        {
            return when;
        }
        values.Findings.Withhold("when-unknown", node.Path,
            $"'{node.Value}' is not a moment of FHIR R4. Choose the moment by hand, for example MORN or CV.");
        return null;
    }
}
