using System.Diagnostics;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>Turns rows into the lines of residents. Pure: it is told what is known and what time it is.</summary>
internal static class ResidentLines
{
    public static IReadOnlyList<ResidentLine> Of(BoardRows rows, IReadOnlySet<ResidentId> worried, DateTimeOffset now)
    {
        var moments = rows.Moments.ToLookup(row => row.ResidentId);
        var checkIns = rows.CheckIns.ToLookup(row => row.ResidentId);
        return [.. rows.Residents.Where(resident => resident.ServiceEndedAt is null)
            .Select(resident => Line(resident, moments[resident.Id], checkIns[resident.Id], now))
            .Select(line => worried.Contains(line.Id) ? line with { State = ResidentState.Concern } : line)
            .OrderBy(line => line.State).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static ResidentLine Line(
        ResidentRow resident, IEnumerable<MomentRow> moments, IEnumerable<CheckInRow> checkIns, DateTimeOffset now)
    {
        // Today is the date on her wall calendar, from the hour at which a lived day begins.
        var zone = HomeTimeZone.Of(resident.TimeZoneId);
        var today = LivedDay.Of(zone, now);
        var day = moments.Where(row => row.LocalDate == today.Date && row.State is not PlanItemState.Cancelled).Select(Read)
            .Concat(checkIns.Where(row => row.LocalDate == today.Date).Select(Read))
            .Where(moment => MaySee(resident.Seen, moment.Kind))
            .OrderBy(moment => moment.At).ThenBy(moment => moment.Kind).ToList();
        var heard = resident.LastSignOfLifeAt >= today.At(Resident.DayBegins);
        var next = day.Find(moment => moment.Mark is MomentMark.Ahead && moment.At >= now);
        var state = StateOf(day, resident.Seen, heard);
        return new ResidentLine(
            resident.Id, resident.Name, state, resident.Seen.Silence, resident.Seen.Silence ? resident.LastSignOfLifeAt : null, next, day);
    }

    private static bool MaySee(Seen seen, MomentKind kind) => kind switch
    {
        MomentKind.Medication => seen.Doses,
        MomentKind.CheckIn => seen.Silence,
        _ => seen.Day,
    };

    private static ResidentState StateOf(List<Moment> day, Seen seen, bool heard)
    {
        if (day.Exists(moment => moment.Mark is MomentMark.Unconfirmed or MomentMark.Silent or MomentMark.PassedBy))
        {
            return ResidentState.Unconfirmed;
        }

        return day.Exists(moment => moment.Mark is MomentMark.Asked) ? ResidentState.Waiting
            : !seen.IsWatched ? ResidentState.NotWatched
            : heard ? ResidentState.Well
            : ResidentState.NotHeard;
    }

    private static Moment Read(MomentRow row) => new(row.At, KindOf(row.Source), MarkOf(row), row.AnsweredAt);

    private static Moment Read(CheckInRow row) => row.State switch
    {
        CheckInState.Received => new(row.AskAt, MomentKind.CheckIn, MomentMark.Heard, row.ReceivedAt),
        CheckInState.Missed => new(row.AskAt, MomentKind.CheckIn, MomentMark.Silent),
        CheckInState.Expected when row.AskedAt is null => new(row.AskAt, MomentKind.CheckIn, MomentMark.Ahead),
        CheckInState.Expected => new(row.AskAt, MomentKind.CheckIn, MomentMark.Asked, Until: row.DueBy),
        _ => throw new UnreachableException(row.State.ToString()),
    };

    private static MomentKind KindOf(string source) => source switch
    {
        DoseSource.SourceName => MomentKind.Medication,
        "routine" => MomentKind.Routine,
        _ => MomentKind.Other,
    };

    private static MomentMark MarkOf(MomentRow row) => row.State switch
    {
        PlanItemState.Planned => MomentMark.Ahead,
        PlanItemState.Open => MomentMark.Asked,
        PlanItemState.Done => row.AnsweredAt is null ? MomentMark.Told : MomentMark.Confirmed,
        PlanItemState.Skipped => MomentMark.LeftOut,
        PlanItemState.Unconfirmed => MomentMark.Unconfirmed,
        PlanItemState.Expired => MomentMark.PassedBy,
        _ => throw new UnreachableException(row.State.ToString()),
    };
}
