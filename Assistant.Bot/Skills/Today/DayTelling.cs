using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Today;

/// <summary>Tells what is on somebody's days, no more at once than an ear holds: the rest when she asks for it.</summary>
internal sealed class DayTelling(DayThings things, DayFactsReader facts)
{
    /// <summary>Whether she wants to hear the rest.</summary>
    public const string More = "today.more?";

    /// <summary>How many things are told at once. Default 5. (choice)</summary>
    public const int MostAtOnce = 5;

    /// <summary>On how many days of a week something may be and still be worth a word of that week. Default 4: what is on nearly all, everybody knows. (choice)</summary>
    private const int MostDaysOfAWeek = 4;

    private const string Rest = "rest";

    /// <summary>What is on the days she asks about.</summary>
    public async Task<Saying> TellAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var span = AskedSpan.Of(turn);
        var all = await things.ReadAsync(turn.Db, (resident.Id, turn.Speaker.Zone), (span.From, span.To), turn.Now, cancellationToken);
        var within = all.Where(thing => span.Holds(thing.Date, thing.At)).ToList();
        var coming = within.FindAll(thing => thing.IsComing(turn.Now, turn.Day.Date));
        if (span.Kind is SpanKind.Days)
        {
            return Days(coming, turn.Now);
        }

        var lines = span.Kind is SpanKind.Day && span.End > turn.Now
            ? (await facts.ReadAsync(turn.Db, resident, span.From, cancellationToken)).Lines() : [];
        return coming switch
        {
            [] when within.Count > 0 => Told("today.past", span, [.. lines, .. within.Select(WasLine)], turn.Now),
            [] when lines.Count > 0 => Told("today.only", span, lines, turn.Now),
            [] => Saying.Of(span.Kind is SpanKind.Part ? "today.empty_then" : "today.empty").With("day", span.Start),
            _ => Told(coming.Count == within.Count ? "today.plan" : "today.rest", span, [.. lines, .. coming.Select(Line)], turn.Now),
        };
    }

    /// <summary>The rest of what was told, as far as it goes at once.</summary>
    public static async Task<Saying> MoreAsync(Turn turn, CancellationToken cancellationToken)
    {
        var subject = turn.Answers?.Subject ?? Guid.Empty;
        turn.Close(subject);
        var said = await EarlierWords.AboutAsync(turn, subject, cancellationToken);

        // "Meer" may be a doubtful yes; nothing hangs on it but a few more sentences.
        return (turn.Understanding.Intent is "yes" || turn.Understanding.Claimed is "yes") && said?.Values.GetValueOrDefault(Rest) is { } rest
            ? Some(Saying.Of("today.more"), rest.Split('\n'), turn.Now)
            : Saying.Of("today.enough");
    }

    // What is there on nearly every day is not told of a week: pills, breakfast.
    private static Saying Days(List<DayThing> coming, DateTimeOffset now)
    {
        var often = coming.GroupBy(thing => thing.Series).Where(same => same.Count() > MostDaysOfAWeek).Select(same => same.Key).ToHashSet();
        var told = coming.FindAll(thing => !often.Contains(thing.Series));
        return told.Count == 0
            ? Saying.Of("today.empty_days")
            : Some(Saying.Of("today.days"), [.. told.Select(thing => About(thing, thing.IsAllDay ? "today.line_date" : "today.line_when").AsValue())], now);
    }

    private static Saying Told(string key, AskedSpan span, IReadOnlyList<Saying> lines, DateTimeOffset now) =>
        Some(Saying.Of(key).With("day", span.Start), [.. lines.Select(line => line.AsValue())], now);

    private static Saying Some(Saying saying, string[] lines, DateTimeOffset now)
    {
        var told = saying.With("items", string.Join('\n', lines.Take(MostAtOnce)));
        return lines.Length <= MostAtOnce
            ? told.With("more", "")
            : told.With("more", "=today.ask_more").With(Rest, string.Join('\n', lines.Skip(MostAtOnce)))
                .Asking(More, Guid.CreateVersion7(now), "yes", "no");
    }

    private static Saying Line(DayThing thing) => About(thing, thing.IsAllDay ? "today.line_day" : "today.line");

    private static Saying WasLine(DayThing thing) => About(thing, (thing.IsAllDay, thing.Became) switch
    {
        (true, _) => "today.line_day",
        (_, ThingBecame.Done) => "today.line_done",
        (_, ThingBecame.LeftOut) => "today.line_left_out",
        _ => "today.line",
    });

    private static Saying About(DayThing thing, string key) => Saying.Of(key).With("what", thing.Title).With("at", thing.At);
}
