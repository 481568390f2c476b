using System.Globalization;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Turns a meaning into what others read: local times become instants of the speaker's zone.</summary>
internal static class MentionMaker
{
    public static TimeMention? Of(Meaning meaning, Scene scene, Range span)
    {
        var (start, length) = span.GetOffsetAndLength(int.MaxValue);
        var blank = new TimeMention { Kind = TimeKind.Instant, Grain = Grain.Day, SpanStart = start, SpanLength = length };
        return meaning switch
        {
            Moment moment => blank with { Start = At(moment, scene), Grain = moment.Grain },
            Day day => blank with { Start = scene.Zone.At(day.Date, TimeOnly.MinValue) },
            Period period => blank with
            {
                Kind = TimeKind.Interval,
                Start = scene.Zone.At(period.From, TimeOnly.MinValue),
                End = scene.Zone.At(period.Until, TimeOnly.MinValue),
                Grain = period.Grain,
            },
            Stretch stretch => blank with
            {
                Kind = TimeKind.Interval,
                Start = stretch.From is { } from ? At(from, scene) : null,
                End = stretch.Until is { } until ? At(until, scene) : null,
                Usual = stretch.Usual is { } usual ? scene.Zone.At(usual) : null,
                Grain = stretch.From?.Grain ?? stretch.Until?.Grain ?? Grain.Day,
            },
            Span amount => blank with { Kind = TimeKind.Duration, Seconds = amount.TotalSeconds, Grain = amount.Finest },
            Repeat repeat => blank with
            {
                Kind = TimeKind.Recurrence,
                Rrule = repeat.Rule,
                TimesOfDay = [.. repeat.At.Distinct().Order().Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))],
                Grain = repeat.HasClock ? Grain.Minute : repeat.Grain,
            },
            _ => null,
        };
    }

    private static DateTimeOffset At(Moment moment, Scene scene)
    {
        if (moment.Exact is not { } exact)
        {
            return scene.Zone.At(moment.Local);
        }
        var local = scene.Zone.LocalOf(exact);
        return new DateTimeOffset(local, local - exact.UtcDateTime);
    }
}
