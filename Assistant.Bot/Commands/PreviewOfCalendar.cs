using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Bot.Commands;

/// <summary><c>preview</c> of an iCalendar file: series by series, then what could not be read.</summary>
internal static class PreviewOfCalendar
{
    public static IEnumerable<PreviewAnswer> Answers(byte[] bytes, PreviewWindow window)
    {
        var file = ICalendarReader.Read(bytes);
        var (from, until) = (new LocalDay(window.From, window.Zone).Start, new LocalDay(window.Until, window.Zone).Start);
        foreach (var series in file.Series)
        {
            var occurrences = series.Between(from, until, window.Zone, out var fault);
            foreach (var occurrence in occurrences)
            {
                yield return Answer(occurrence);
            }

            if (fault is not null)
            {
                yield return PreviewAnswer.Error(fault, series.Uid);
            }
        }

        foreach (var problem in file.Problems)
        {
            yield return problem.IsError
                ? PreviewAnswer.Error(problem.Sentence, problem.Source)
                : PreviewAnswer.Confirm(problem.Sentence, problem.Source);
        }
    }

    private static PreviewAnswer Answer(CalendarOccurrence occurrence)
    {
        var of = occurrence.Event;
        return PreviewAnswer.Occurrence(
            of.Start.IsDate ? PreviewAnswer.Day(occurrence.Local) : PreviewAnswer.Clock(occurrence.Local),
            occurrence.Instant,
            of.Summary.Length > 0 ? of.Summary : of.Location,
            of.Uid);
    }
}
