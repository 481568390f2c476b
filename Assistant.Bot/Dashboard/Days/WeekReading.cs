using System.Globalization;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>Something in the form that cannot be used.</summary>
/// <param name="Field">The field, as the page calls it.</param>
/// <param name="Code">What is the matter: <c>fault.CODE</c>.</param>
internal sealed record WeekFault(string Field, string Code);

/// <summary>Reads the form into a wish. Pure: says everything that is wrong at once.</summary>
internal sealed class WeekReading
{
    /// <remarks>Longer titles are no words to say in a sentence. (choice)</remarks>
    public const int LongestTitle = 60;

    /// <remarks>More steps than this nobody follows by ear. (choice)</remarks>
    public const int MostSteps = 12;

    private const int MostWeeks = 12;
    private const int LongestMinutes = 12 * 60;
    private static readonly string[] TimeShapes = ["H:mm", "HH:mm", "H.mm", "HH.mm", "%H"];
    private readonly List<WeekFault> faults = [];
    private readonly WeekForm form;

    private WeekReading(WeekForm form) => this.form = form;

    /// <summary>The wish, or what is wrong; with any fault there is no wish.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="today">On her calendar.</param>
    /// <param name="kept">The rule of what is changed, for days the form cannot hold.</param>
    public static (WeekWish? Wish, IReadOnlyList<WeekFault> Faults) Read(WeekForm form, DateOnly today, string? kept = null)
    {
        var reading = new WeekReading(form);
        var wish = reading.Wish(today, kept);
        return (reading.faults.Count > 0 ? null : wish, reading.faults);
    }

    private WeekWish Wish(DateOnly today, string? kept)
    {
        var from = form.From ?? today;
        if (from < today)
        {
            Fault("from", "past");
        }

        if (form.Days is not FormDays.Once && form.Until < from)
        {
            Fault("until", "until");
        }

        var steps = Steps();
        var wish = new WeekWish
        {
            Title = Title(),
            At = form.WholeDay ? null : Time(),
            Rule = Rule(kept),
            From = from,
            Until = form.Days is FormDays.Once ? null : form.Until,
            Lasts = Whole("lasts", form.Lasts, 5, LongestMinutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Place = string.IsNullOrWhiteSpace(form.Place) ? null : form.Place.Trim(),
            Importance = form.Importance,
            Notice = TimeSpan.FromMinutes(form.Notice),
            Steps = steps,
        };
        if (wish.Place?.Length > LongestTitle)
        {
            Fault("place", "long");
        }

        if (!WeekForm.Notices.Contains(form.Notice) || (form.WholeDay && form.Notice > 0))
        {
            Fault("notice", "notice");
        }

        if (steps.Length > 0 && wish.IsAppointment)
        {
            Fault("steps", "steps.routine");
        }

        return wish;
    }

    private string Title()
    {
        var title = form.What?.Trim() ?? "";

        // What begins with "=" is a key of ours, never words of hers.
        if (title.Length == 0 || title.StartsWith('='))
        {
            Fault("what", "what");
        }
        else if (title.Length > LongestTitle)
        {
            Fault("what", "long");
        }

        return title;
    }

    private TimeOnly? Time()
    {
        if (string.IsNullOrWhiteSpace(form.Time))
        {
            Fault("time", "time.none");
            return null;
        }

        if (TimeOnly.TryParseExact(form.Time.Trim(), TimeShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fault("time", "time");
        return null;
    }

    private string? Rule(string? kept)
    {
        switch (form.Days)
        {
            case FormDays.Daily:
                return WeekRule.Of(WeekRule.Week);
            case FormDays.Kept when kept is not null:
                return kept;
            case FormDays.Once:
                if (form.From is null)
                {
                    Fault("from", "once");
                }

                return null;
        }

        var weeks = Whole("weeks", form.Weeks, 1, MostWeeks) ?? 1;
        if (form.Weekdays.Length == 0)
        {
            Fault("weekdays", "weekdays");
        }

        return WeekRule.Of(form.Weekdays, weeks);
    }

    private string[] Steps()
    {
        var steps = (form.Steps ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (steps.Length is 1 or > MostSteps || steps.Any(step => step.Length > LongestTitle || step.StartsWith('=')))
        {
            Fault("steps", "steps");
        }

        return steps;
    }

    private int? Whole(string field, string? said, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        if (int.TryParse(said.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(field, field);
        return null;
    }

    private void Fault(string field, string code) => faults.Add(new WeekFault(field, code));
}
